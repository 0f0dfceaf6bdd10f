// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import ee.signalr.it.server.Tokens;

/** How callers of a hub are known. */
enum CallerKind {
    TOKEN("/tokens/open"),
    USER_OF_THE_SERVER("/users/open");

    private final String hub;

    CallerKind(String hub) {
        this.hub = hub;
    }

    /** A hub that is open to all of this kind. */
    String hub() {
        return hub;
    }

    /** The header by which somebody is known. */
    String header(String name) {
        return this == TOKEN ? GuardedHubs.bearer(Tokens.of(name)) : GuardedHubs.basic(name, name);
    }
}
