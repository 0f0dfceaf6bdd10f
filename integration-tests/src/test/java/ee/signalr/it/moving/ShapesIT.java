// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.moving;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.restless.PatientHub;
import ee.signalr.it.server.MovingServer;
import ee.signalr.it.server.RestlessServer;
import ee.signalr.it.server.SuiteWar;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HubRequests;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** WARs of several shapes: what is deployed serves its hub on every transport. */
@Tag("portable")
@ExtendWith(RestlessServer.class)
class ShapesIT {

    private static final String METADATA_COMPLETE =
            "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\" metadata-complete=\"true\">\n</web-app>\n";

    private static WebArchive war(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war").addClass(PatientHub.class);
    }

    @TestFactory
    Stream<DynamicTest> shouldServeTheirHubs(MovingServer server) {
        List<WebArchive> shapes = new ArrayList<>();
        shapes.add(war("empty-beans").addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml"));
        shapes.add(war("metadata-complete").setWebXML(new StringAsset(METADATA_COMPLETE)));
        if (server.hasCdi()) {
            shapes.add(war("no-descriptors"));
        }
        return shapes.stream().map(war -> DynamicTest.dynamicTest(war.getName(), () -> expectService(server, war)));
    }

    private static void expectService(MovingServer server, WebArchive war) {
        String name = war.getName().replace(".war", "");
        server.deploy(SuiteWar.export(war), name, "/patient");
        String hub = "/" + name + "/patient";
        HubRequests streaming = HubRequests.negotiate(server.port(), hub);
        HubRequests polling = HubRequests.negotiate(server.port(), hub);
        polling.open();
        try (HubSocket socket = HubSocket.open(server.port(), hub);
                HttpCall events = streaming.events();
                HttpCall poll = polling.poll()) {
            assertThat(socket.invoke("echo", Json.createValue("x")).getString("result"))
                    .isEqualTo("x");
            streaming.echo("streamed");
            assertThat(events.chunks("\r\n\r\n", 1)).contains("\"result\":\"streamed\"");
            polling.echo("polled");
            assertThat(poll.reply().text()).contains("\"result\":\"polled\"");
        }
        server.undeploy(name, "/patient");
    }
}
