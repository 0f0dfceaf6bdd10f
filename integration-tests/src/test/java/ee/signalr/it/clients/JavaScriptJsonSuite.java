// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the official JavaScript clients do in JSON, old ones too. */
abstract class JavaScriptJsonSuite extends JavaScriptSuite {

    JavaScriptJsonSuite(String transport) {
        super(transport, "json");
    }

    @TestFactory
    Stream<DynamicTest> client707(TestServer server) {
        return basics(server, "@microsoft/signalr-7", "7.0.7");
    }

    /** This one negotiates with version 0. */
    @TestFactory
    Stream<DynamicTest> client114(TestServer server) {
        return basics(server, "@aspnet/signalr", "1.1.4");
    }

    private Stream<DynamicTest> basics(TestServer server, String client, String version) {
        return NodeScript.tests(
                "basics.mjs", "base", server.base(), "transport", transport(), "client", client, "version", version);
    }
}
