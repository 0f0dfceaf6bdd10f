// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.GuardedServer;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.server.Tokens;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Roles and callers with the official client: every class, method, caller and transport, by the container and by tokens. */
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

    @TestFactory
    Stream<DynamicTest> shouldShowThePlatformTheCaller(LibertyServer server) {
        return run("platform.mjs", server, "/basic", "");
    }

    @TestFactory
    Stream<DynamicTest> shouldEndConnectionsThatMayNotStay(LibertyServer server) {
        return run("leaving.mjs", server, "/tokens", Tokens.privateKey());
    }

    private static Stream<DynamicTest> run(String script, TestServer server, String application, String key) {
        return Stream.of(TRANSPORTS)
                .flatMap(transport -> NodeScript.tests(
                                script,
                                "base",
                                server.base() + application,
                                "transport",
                                transport,
                                "protocol",
                                "json",
                                "key",
                                key)
                        .map(test -> DynamicTest.dynamicTest(
                                transport + ": " + test.getDisplayName(), test.getExecutable())));
    }
}
