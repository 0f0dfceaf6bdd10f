// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.GuardedServer;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.server.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Roles and callers with the official client: every class, method, caller and transport, by the application's own login, by users
 * of the server and by tokens.
 */
@ExtendWith(GuardedServer.class)
class RolesIT {

    private static final String[] TRANSPORTS = {"WebSockets", "ServerSentEvents", "LongPolling"};

    @TestFactory
    Stream<DynamicTest> shouldGuardHubsFromCallersOfTheContainer(LibertyServer server) {
        return run("roles.mjs", server, "/basic", "");
    }

    @Tag("portable")
    @TestFactory
    Stream<DynamicTest> shouldGuardHubsFromCallersWithTokens(TestServer server) {
        return run("roles.mjs", server, "/tokens", Tokens.privateKey());
    }

    @Tag("portable")
    @TestFactory
    Stream<DynamicTest> shouldGuardHubsFromUsersOfTheServer(TestServer server) {
        return run("roles.mjs", server, "/users", "", "login", "required");
    }

    @TestFactory
    Stream<DynamicTest> shouldShowThePlatformTheCaller(LibertyServer server) {
        return run("platform.mjs", server, "/basic", "");
    }

    @Tag("portable")
    @Tag("full")
    @TestFactory
    Stream<DynamicTest> shouldEndConnectionsThatMayNotStay(TestServer server) {
        return run("leaving.mjs", server, "/tokens", Tokens.privateKey());
    }

    private static Stream<DynamicTest> run(
            String script, TestServer server, String application, String key, String... more) {
        return Stream.of(TRANSPORTS)
                .flatMap(transport -> NodeScript.tests(
                                script, arguments(server.base() + application, transport, key, more))
                        .map(test -> DynamicTest.dynamicTest(
                                transport + ": " + test.getDisplayName(), test.getExecutable())));
    }

    private static String[] arguments(String base, String transport, String key, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("base", base, "transport", transport, "protocol", "json", "key", key));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}
