// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.browser;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.BuildFiles;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SharedServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page over each transport: every button is clicked, and what arrives is read. */
@ExtendWith(SharedServer.class)
class PagesIT {

    @TestFactory
    Stream<DynamicTest> shouldWorkOverWebSockets(LibertyServer server) {
        return pages(server, "WebSockets");
    }

    @TestFactory
    Stream<DynamicTest> shouldWorkOverServerSentEvents(LibertyServer server) {
        return pages(server, "ServerSentEvents");
    }

    @TestFactory
    Stream<DynamicTest> shouldWorkOverLongPolling(LibertyServer server) {
        return pages(server, "LongPolling");
    }

    @TestFactory
    Stream<DynamicTest> shouldWorkWithoutSignalR(LibertyServer server) {
        return run("site.mjs", server, "none");
    }

    private static Stream<DynamicTest> pages(LibertyServer server, String transport) {
        return run("pages.mjs", server, transport);
    }

    private static Stream<DynamicTest> run(String script, LibertyServer server, String transport) {
        return NodeScript.tests(
                script,
                "base",
                server.base(),
                "transport",
                transport,
                "browser",
                Chromium.require(),
                "screenshots",
                BuildFiles.target().resolve("screenshots").toString());
    }
}
