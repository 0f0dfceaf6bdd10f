// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.OnDisconnected;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For everybody; some methods for fewer. */
@Hub("/open")
public class OpenHub {

    @Inject
    HubCallerContext caller;

    @Inject
    GroupManager groups;

    @Inject
    Ends ends;

    public String whoAmI() {
        return CallerReport.of(caller);
    }

    public String user() {
        return caller.userIdentifier().orElse("nobody");
    }

    public String connection() {
        return caller.connectionId();
    }

    public String query() {
        return caller.httpRequest().queryString().orElse("");
    }

    public CompletionStage<Void> join(String group) {
        return groups.add(caller.connectionId(), group);
    }

    @RolesAllowed("**")
    public String member() {
        return "a member";
    }

    @RolesAllowed("moderator")
    public String moderate() {
        return "moderated";
    }

    @DenyAll
    public String never() {
        return "never";
    }

    @RolesAllowed("moderator")
    public Stream<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed();
    }

    /** How often connections of the caller's user have ended. */
    public int ends(String user) {
        return ends.of(user);
    }

    @OnDisconnected
    void left() {
        ends.note(caller.userIdentifier().orElse("nobody"));
    }
}
