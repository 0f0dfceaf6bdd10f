// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For users; some methods for fewer, one for all who are in. */
@Hub("/guarded")
@RolesAllowed("user")
public class GuardedHub {

    @Inject
    HubCallerContext caller;

    public String whoAmI() {
        return CallerReport.of(caller);
    }

    @RolesAllowed("moderator")
    public String moderate() {
        return "moderated";
    }

    @PermitAll
    public String greet() {
        return "welcome";
    }

    @DenyAll
    public String never() {
        return "never";
    }

    @RolesAllowed("moderator")
    public Stream<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed();
    }
}
