// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SharedServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every official JavaScript client does under Node, over one transport. */
@ExtendWith(SharedServer.class)
abstract class JavaScriptSuite {

    abstract String transport();

    @TestFactory
    Stream<DynamicTest> newestClientAgainstTheHubOfTheSuites(LibertyServer server) {
        return NodeScript.tests("client.mjs", "base", server.base(), "transport", transport());
    }

    @TestFactory
    Stream<DynamicTest> newestClientAgainstTheExample(LibertyServer server) {
        return NodeScript.tests("example.mjs", "base", server.base(), "transport", transport());
    }

    @TestFactory
    Stream<DynamicTest> client707(LibertyServer server) {
        return basics(server, "@microsoft/signalr-7", "7.0.7");
    }

    /** This one negotiates with version 0. */
    @TestFactory
    Stream<DynamicTest> client114(LibertyServer server) {
        return basics(server, "@aspnet/signalr", "1.1.4");
    }

    private Stream<DynamicTest> basics(LibertyServer server, String client, String version) {
        return NodeScript.tests(
                "basics.mjs", "base", server.base(), "transport", transport(), "client", client, "version", version);
    }
}
