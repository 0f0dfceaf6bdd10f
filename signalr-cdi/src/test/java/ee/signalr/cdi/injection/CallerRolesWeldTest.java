// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestCallers;
import ee.signalr.cdi.test.TestClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom hubs and other beans see behind a call. */
class CallerRolesWeldTest {

    @ParameterizedTest
    @CsvSource({
        "SharedHub,  nobody, nobody [] false false",
        "SharedHub,  guest,  guest [] false true",
        "SharedHub,  bob,    bob [user] false true",
        "SharedHub,  alice,  'alice [moderator, user] true true'",
        "RequestHub, nobody, nobody [] false false",
        "RequestHub, bob,    bob [user] false true",
        "RequestHub, alice,  'alice [moderator, user] true true'",
        "OwnHub,     nobody, nobody [] false false",
        "OwnHub,     bob,    bob [user] false true",
        "OwnHub,     alice,  'alice [moderator, user] true true'"
    })
    void shouldSeeTheRolesOfTheCaller(String hub, String caller, String seen) {
        try (TestApplication application =
                        TestApplication.of(SharedHub.class, RequestHub.class, OwnHub.class, Bystander.class);
                TestClient other = application.connect(hub, TestCallers.GUEST);
                TestClient client = application.connect(hub, TestCallers.ALL.get(caller))) {
            assertThat(other.call("itself")).isEqualTo("guest [] false true");
            assertThat(client.call("itself")).isEqualTo(seen);
            assertThat(client.call("bystander")).isEqualTo(seen);
            assertThat(client.call("parameter")).isEqualTo(seen);
        }
    }

    private static String describe(HubCallerContext caller) {
        return caller.principal().map(Principal::getName).orElse("nobody") + " " + new TreeSet<>(caller.roles()) + " "
                + caller.isInRole("moderator") + " " + caller.isInRole("**");
    }

    /** Tells what it sees of the caller. */
    @ApplicationScoped
    public static class Bystander {

        @Inject
        HubCallerContext caller;

        String seen() {
            return describe(caller);
        }
    }

    /** Tells what it and others see of the caller. */
    public abstract static class TellingHub {

        @Inject
        HubCallerContext caller;

        @Inject
        Bystander bystander;

        public String itself() {
            return describe(caller);
        }

        public String bystander() {
            return bystander.seen();
        }

        public String parameter(HubCallerContext given) {
            return describe(given);
        }
    }

    @Hub("/shared")
    @ApplicationScoped
    public static class SharedHub extends TellingHub {}

    @Hub("/request")
    @RequestScoped
    public static class RequestHub extends TellingHub {}

    @Hub("/own")
    @Dependent
    public static class OwnHub extends TellingHub {}
}
