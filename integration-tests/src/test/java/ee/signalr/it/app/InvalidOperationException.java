// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

/** A failure whose simple name clients see with detailed errors. */
public class InvalidOperationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidOperationException(String message) {
        super(message);
    }
}
