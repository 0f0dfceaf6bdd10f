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

/** Every page, by every transport and protocol: every button is clicked, and what arrives is read. */
@ExtendWith(SharedServer.class)
class PagesIT {

    @TestFactory
    Stream<DynamicTest> shouldWorkOverWebSockets(LibertyServer server) {
        return run("pages.mjs", server, "WebSockets", "json");
    }

    @TestFactory
    Stream<DynamicTest> shouldWorkOverServerSentEvents(LibertyServer server) {
        return run("pages.mjs", server, "ServerSentEvents", "json");
    }

    @TestFactory
    Stream<DynamicTest> shouldWorkOverLongPolling(LibertyServer server) {
        return run("pages.mjs", server, "LongPolling", "json");
    }

    @TestFactory
    Stream<DynamicTest> shouldWorkInMessagePackOverWebSockets(LibertyServer server) {
        return run("pages.mjs", server, "WebSockets", "messagepack");
    }

    @TestFactory
    Stream<DynamicTest> shouldWorkInMessagePackOverLongPolling(LibertyServer server) {
        return run("pages.mjs", server, "LongPolling", "messagepack");
    }

    @TestFactory
    Stream<DynamicTest> shouldWorkWithoutSignalRAndTakeChoices(LibertyServer server) {
        return run("site.mjs", server, "none", "none");
    }

    private static Stream<DynamicTest> run(String script, LibertyServer server, String transport, String protocol) {
        return NodeScript.tests(
                script,
                "base",
                server.base(),
                "base2",
                server.base2(),
                "transport",
                transport,
                "protocol",
                protocol,
                "browser",
                Chromium.require(),
                "screenshots",
                BuildFiles.target().resolve("screenshots").toString());
    }
}
