// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.security.CallerIdentity;

/**
 * Who sends a request, and who says so. Immutable.
 *
 * @param identity who it is; nobody in particular unless somebody vouches for it
 * @param standing who says so
 */
record Caller(CallerIdentity identity, Standing standing) {

    /** Says nothing of itself. */
    static final Caller ANONYMOUS = new Caller(CallerIdentity.ANONYMOUS, Standing.ANONYMOUS);

    /** Has brought a token that is not good. */
    static final Caller REFUSED = new Caller(CallerIdentity.ANONYMOUS, Standing.REFUSED);

    /** Has brought a token that could not be checked. */
    static final Caller UNCHECKED = new Caller(CallerIdentity.ANONYMOUS, Standing.UNCHECKED);

    /** Who vouches for a caller. */
    enum Standing {
        /** Nobody, and nobody was asked to. */
        ANONYMOUS,
        /** The container. */
        CONTAINER,
        /** The authenticator of tokens. */
        TOKEN,
        /** Nobody: the token is not good. */
        REFUSED,
        /** Nobody: the authenticator of tokens has failed. */
        UNCHECKED
    }
}
