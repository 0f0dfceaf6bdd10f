// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.example.FakeCaller;
import ee.signalr.example.RecordingClients;
import org.junit.jupiter.api.Test;

class BenchHubTest {

    private final RecordingClients clients = new RecordingClients();
    private final BenchHub hub = new BenchHub(clients);

    @Test
    void shouldAnswerWhatItGets() {
        Payload payload = new Payload(1, new int[] {2, 3});

        assertThat(hub.echo("text")).isEqualTo("text");
        assertThat(hub.echoArgs("text", 1, payload)).isSameAs(payload);
    }

    @Test
    void shouldCallReceiveOfWhoIsMeant() {
        hub.sendToCaller("one", clients);
        hub.broadcast("all", clients);
        hub.broadcastGroup("some", clients);

        assertThat(clients.takeDone())
                .containsExactly("caller: Receive[one]", "all: Receive[all]", "group g: Receive[some]");
    }

    @Test
    void shouldPutTheCallerIntoTheGroup() {
        hub.join("g", new FakeCaller("ann"));

        assertThat(clients.takeDone()).containsExactly("add ann to g");
    }
}
