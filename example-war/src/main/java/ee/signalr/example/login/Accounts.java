// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The demo users. Only a demo keeps passwords in its code: yours come from an identity store, which keeps salted hashes of them.
 * Thread-safe.
 */
@ApplicationScoped
class Accounts {

    private static final Map<String, DemoUser> USERS = Map.of(
            "alice", new DemoUser("alice", new Account("alice", Set.of("user", "moderator"))),
            "bob", new DemoUser("bob", new Account("bob", Set.of("user"))));

    /** Is compared with where nobody has the name, so that this takes as long as a wrong password. */
    private static final DemoUser NOBODY = new DemoUser("", new Account("", Set.of()));

    /** Whose name and password these are; empty when they are nobody's. */
    Optional<Account> find(Credentials credentials) {
        DemoUser user = USERS.getOrDefault(credentials.user(), NOBODY);
        boolean right = MessageDigest.isEqual(bytes(credentials.password()), bytes(user.password()));
        return right && user != NOBODY ? Optional.of(user.account()) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A user and the password. */
    private record DemoUser(String password, Account account) {}
}
