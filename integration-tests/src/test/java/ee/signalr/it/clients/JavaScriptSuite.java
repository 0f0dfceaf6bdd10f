// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the newest official JavaScript client does under Node, over one transport and in one protocol. */
@Tag("portable")
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
    Stream<DynamicTest> hubOfTheSuites(TestServer server) {
        return run("client.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> streams(TestServer server) {
        return run("streams.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> uploads(TestServer server) {
        return run("uploads.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> filters(TestServer server) {
        return run("filters.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> scopes(TestServer server) {
        return run("scopes.mjs", server);
    }

    @Tag("validation")
    @TestFactory
    Stream<DynamicTest> validation(TestServer server) {
        return run("validation.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> clientResults(TestServer server) {
        return run("results.mjs", server);
    }

    @TestFactory
    Stream<DynamicTest> values(TestServer server) {
        return run("values.mjs", server);
    }

    @Tag("example")
    @TestFactory
    Stream<DynamicTest> example(TestServer server) {
        return run("example.mjs", server);
    }

    private Stream<DynamicTest> run(String script, TestServer server) {
        return NodeScript.tests(script, "base", server.base(), "transport", transport, "protocol", protocol);
    }
}
