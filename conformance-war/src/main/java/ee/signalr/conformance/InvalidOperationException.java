// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

/** A failure of the application, of which a client may see the simple name and the text only with detailed errors. */
public class InvalidOperationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidOperationException(String message) {
        super(message);
    }
}
