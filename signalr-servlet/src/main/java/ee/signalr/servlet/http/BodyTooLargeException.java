// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import java.io.IOException;

/** A client has posted more in one request than it may. What came before has been taken, so its stream of messages is broken. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("The body of a request has more than " + limit + " bytes");
    }
}
