// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SharedServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the newest official JavaScript client does under Node, over one transport and in one protocol. */
@ExtendWith(SharedServer.class)
abstract class JavaScriptSuite {

    private final String transport;
    private final String protocol;

    JavaScriptSuite(String transport, String protocol) {
        this.transport = transport;
        this.protocol = protocol;
    }

    final String transport() {
        return transport;
    }

    @TestFactory
    Stream<DynamicTest> hubOfTheSuites(LibertyServer server) {
        return run("client.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> streams(LibertyServer server) {
        return run("streams.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> uploads(LibertyServer server) {
        return run("uploads.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> filters(LibertyServer server) {
        return run("filters.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> clientResults(LibertyServer server) {
        return run("results.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> values(LibertyServer server) {
        return run("values.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> example(LibertyServer server) {
        return run("example.mjs", server);
    }

    private Stream<DynamicTest> run(String script, LibertyServer server) {
        return NodeScript.tests(script, "base", server.base(), "transport", transport, "protocol", protocol);
    }
}
