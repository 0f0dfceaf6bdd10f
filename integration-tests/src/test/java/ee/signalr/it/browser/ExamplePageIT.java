// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.browser;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.BuildFiles;
import ee.signalr.it.server.ExampleServer;
import ee.signalr.it.server.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example's chat page on every server that brings what the example needs: what one tab says, both show. */
@Tag("portable")
@Tag("full")
@ExtendWith(ExampleServer.class)
class ExamplePageIT {

    @TestFactory
    Stream<DynamicTest> shouldChatOverWebSockets(TestServer server) {
        return run(server, "WebSockets");
    }

    @TestFactory
    Stream<DynamicTest> shouldChatOverServerSentEvents(TestServer server) {
        return run(server, "ServerSentEvents");
    }

    @TestFactory
    Stream<DynamicTest> shouldChatOverLongPolling(TestServer server) {
        return run(server, "LongPolling");
    }

    private static Stream<DynamicTest> run(TestServer server, String transport) {
        return NodeScript.tests(
                "chat-page.mjs",
                "base",
                server.base() + "/example",
                "transport",
                transport,
                "protocol",
                "json",
                "browser",
                Chromium.require(),
                "screenshots",
                BuildFiles.target().resolve("screenshots").toString());
    }
}
