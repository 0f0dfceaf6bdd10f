// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.load;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages of up to 10 MB both ways with the official JavaScript client, where the hub's limits let them pass. */
@Tag("portable")
@ExtendWith(SharedServer.class)
class LargeMessagesIT {

    @TestFactory
    Stream<DynamicTest> shouldPassBothWays(TestServer server) {
        return Stream.of(
                        "WebSockets json",
                        "WebSockets messagepack",
                        "ServerSentEvents json",
                        "LongPolling json",
                        "LongPolling messagepack")
                .map(carrier -> carrier.split(" "))
                .flatMap(carrier -> run(server, carrier[0], carrier[1]));
    }

    private static Stream<DynamicTest> run(TestServer server, String transport, String protocol) {
        return NodeScript.tests("large.mjs", "base", server.base(), "transport", transport, "protocol", protocol)
                .map(test -> DynamicTest.dynamicTest(
                        transport + " in " + protocol + ": " + test.getDisplayName(), test.getExecutable()));
    }
}
