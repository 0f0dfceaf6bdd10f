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

/** The one combination that does not exist, because event streams carry text only. */
@Tag("portable")
@ExtendWith(SharedServer.class)
class JavaScriptMessagePackOverServerSentEventsIT {

    @TestFactory
    Stream<DynamicTest> shouldBeRefused(TestServer server) {
        return NodeScript.tests(
                "refused.mjs", "base", server.base(), "transport", "ServerSentEvents", "protocol", "messagepack");
    }
}
