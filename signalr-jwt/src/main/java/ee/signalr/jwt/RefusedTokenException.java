// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

/** A token is not good. Its text tells why, and nothing of the token. */
final class RefusedTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Without a stack: bad tokens are to cost little. */
    RefusedTokenException(String reason) {
        super(reason, null, false, false);
    }
}
