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

/** The newest JavaScript client behind proxies that refuse transports. */
@Tag("portable")
@ExtendWith(SharedServer.class)
class TransportFallbackIT {

    @TestFactory
    Stream<DynamicTest> shouldTakeTheNextTransportWhereOneIsRefused(TestServer server) {
        return NodeScript.tests("fallback.mjs", "base", server.base());
    }
}
