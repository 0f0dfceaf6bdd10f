// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.count;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.example.FakeBackground;
import ee.signalr.example.FakeCaller;
import ee.signalr.example.RecordingClients;
import org.junit.jupiter.api.Test;

class CountHubTest {

    private final RecordingClients clients = new RecordingClients();
    private final CountHub hub =
            new CountHub(new FakeCaller("ann"), clients, clients, new CountService(new FakeBackground()));

    @Test
    void shouldGreetInEveryWayInWhichAClientCanBeAddressed() {
        hub.greet();

        assertThat(clients.takeDone())
                .containsExactly(
                        "ann: someFunc[{}]",
                        "all except [ann]: someFunc[]",
                        "add ann to MyGroup",
                        "remove ann from MyGroup",
                        "group MyGroup: someFunc[]");
    }

    @Test
    void shouldCountForEverybody() {
        assertThat(hub.getLatestCount("1").toCompletableFuture()).isNotDone();

        assertThat(clients.takeDone()).containsExactly("all: ReceiveUpdate[0]");
    }
}
