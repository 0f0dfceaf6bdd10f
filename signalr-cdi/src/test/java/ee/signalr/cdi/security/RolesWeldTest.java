// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ee.signalr.cdi.security.GuardedHubs.Doors;
import ee.signalr.cdi.security.GuardedHubs.Gate;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestCallers;
import ee.signalr.cdi.test.TestClient;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.CallRefusedException.Reason;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RolesWeldTest {

    private static TestApplication application;

    @BeforeAll
    static void deploy() {
        application = TestApplication.of(GuardedHubs.CLASSES);
    }

    @AfterAll
    static void undeploy() {
        application.close();
    }

    /** Who gets in where: every class, every method. */
    private static Stream<Arguments> doors() {
        return Stream.of(
                door("Open", "plain", "nobody", "guest", "bob", "alice"),
                door("Open", "permitted", "nobody", "guest", "bob", "alice"),
                door("Open", "denied"),
                door("Open", "moderated", "alice"),
                door("Open", "authenticated", "guest", "bob", "alice"),
                door("Open", "inherited", "alice"),
                door("Permitted", "plain", "nobody", "guest", "bob", "alice"),
                door("Permitted", "permitted", "nobody", "guest", "bob", "alice"),
                door("Permitted", "denied"),
                door("Permitted", "moderated", "alice"),
                door("Permitted", "authenticated", "guest", "bob", "alice"),
                door("Permitted", "inherited", "alice"),
                door("ForUsers", "plain", "bob", "alice"),
                door("ForUsers", "permitted", "nobody", "guest", "bob", "alice"),
                door("ForUsers", "denied"),
                door("ForUsers", "moderated", "alice"),
                door("ForUsers", "authenticated", "guest", "bob", "alice"),
                door("ForUsers", "inherited", "bob", "alice"),
                door("Closed", "plain"),
                door("Closed", "permitted", "nobody", "guest", "bob", "alice"),
                door("Closed", "denied"),
                door("Closed", "moderated", "alice"),
                door("Closed", "authenticated", "guest", "bob", "alice"),
                door("Closed", "inherited"),
                door("OverOpen", "plain", "bob", "alice"),
                door("OverOpen", "permitted", "nobody", "guest", "bob", "alice"),
                door("OverOpen", "denied"),
                door("OverOpen", "moderated", "alice"),
                door("OverOpen", "authenticated", "guest", "bob", "alice"),
                door("OverOpen", "inherited", "bob", "alice"));
    }

    private static Arguments door(String hub, String method, String... granted) {
        return Arguments.of(hub, method, Set.of(granted));
    }

    private static Stream<Arguments> doorsAndCallers() {
        return doors().flatMap(door -> TestCallers.ALL.keySet().stream()
                .sorted()
                .map(caller ->
                        Arguments.of(door.get()[0], door.get()[1], caller, ((Set<?>) door.get()[2]).contains(caller))));
    }

    @ParameterizedTest(name = "{0}.{1} by {2}: {3}")
    @MethodSource("doorsAndCallers")
    void shouldLetInWhomTheAnnotationsName(String hub, String method, String caller, boolean granted) {
        try (TestClient client = application.connect(hub, TestCallers.ALL.get(caller))) {
            assertThat(outcome(client, method)).isEqualTo(expected(method, granted));
        }
    }

    @ParameterizedTest(name = "{0}.{1} by {2}: {3}")
    @MethodSource("doorsAndCallers")
    void shouldDoSoOnOtherWaysToTheMethodToo(String hub, String method, String caller, boolean granted) {
        try (TestClient client = application.connect("Gate", TestCallers.ALL.get(caller))) {
            assertThat(outcome(client, "through", hub, method)).isEqualTo(expected(method, granted));
        }
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("doors")
    void shouldRefuseWithoutACallWhatNotEverybodyMayCall(String hub, String method, Set<String> granted) {
        Doors doors = Gate.find(application.container().select(Doors.class).stream(), hub);

        if (granted.contains("nobody")) {
            assertThat(Doors.ALL.get(method).apply(doors)).isEqualTo("in");
        } else {
            assertThatExceptionOfType(CallRefusedException.class)
                    .isThrownBy(() -> Doors.ALL.get(method).apply(doors))
                    .withMessageContaining(
                            "Failed to invoke '" + method + "' because user is unauthorized: no hub call")
                    .extracting(CallRefusedException::reason)
                    .isEqualTo(Reason.UNAUTHORIZED);
        }
    }

    private static Object outcome(TestClient client, String method, Object... arguments) {
        return client.invoke(method, arguments)
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(failure -> failure instanceof CompletionException wrapped
                        ? wrapped.getCause().getMessage()
                        : failure.getMessage())
                .join();
    }

    private static String expected(String method, boolean granted) {
        return granted ? "in" : "Failed to invoke '" + method + "' because user is unauthorized";
    }
}
