// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.test;

import ee.signalr.core.security.CallerIdentity;
import java.util.Map;
import java.util.Set;

/** Callers whom a server has authenticated, and one whom it has not. */
public final class TestCallers {

    /** Nobody in particular. */
    public static final CallerIdentity NOBODY = CallerIdentity.ANONYMOUS;

    /** Somebody without roles. */
    public static final CallerIdentity GUEST = CallerIdentity.of(() -> "guest", Set.of());

    /** A user. */
    public static final CallerIdentity BOB = CallerIdentity.of(() -> "bob", Set.of("user"));

    /** A moderator. */
    public static final CallerIdentity ALICE = CallerIdentity.of(() -> "alice", Set.of("user", "moderator"));

    /** All of them, by name. */
    public static final Map<String, CallerIdentity> ALL =
            Map.of("nobody", NOBODY, "guest", GUEST, "bob", BOB, "alice", ALICE);

    private TestCallers() {}
}
