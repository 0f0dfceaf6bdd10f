// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.notification;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.test.LossyTransport;
import ee.signalr.core.test.ReturningClient;
import ee.signalr.core.test.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is cut, whenever, however often in a row: nothing is lost, doubled or reordered, in either direction. */
class ReconnectSequencesTest {

    private static final int CUTS = 100;
    private static final int STEPS_BETWEEN_CUTS = 12;
    private static final int CHUNK = 120;

    private final List<String> told = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

    @Property(tries = 100)
    void shouldLoseDoubleAndReorderNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int frameSize) {
        NotingHub hub = new NotingHub();
        Random random = new Random(seed);
        try (TestServer server = new TestServer(hub).with(Options.STATEFUL_RECONNECT_BUFFER_SIZE, 1L + frameSize)) {
            ReturningClient client = server.returning().handshake();
            told.clear();
            sent.clear();
            client.transport().byHand();
            for (int cut = 0; cut < CUTS; cut++) {
                for (int step = random.nextInt(STEPS_BETWEEN_CUTS); step > 0; step--) {
                    step(random, server, client);
                }
                cut(random, client);
                assertThat(hub.ends).isEmpty();
                client.comeBack(new LossyTransport(client.connection()).byHand());
            }
            settle(server, client);

            assertThat(client.received()).isEqualTo(sent);
            assertThat(hub.notes).isEqualTo(told);
            assertThat(server.connections().size()).isEqualTo(1);
        }
    }

    private void step(Random random, TestServer server, ReturningClient client) {
        switch (random.nextInt(7)) {
            case 0, 1 -> {
                told.add("m" + told.size());
                client.send(notification("note", "\"" + told.get(told.size() - 1) + "\""));
            }
            case 2, 3 -> {
                sent.add(notification("r", "" + sent.size()));
                server.context().clients().all().send("r", sent.size() - 1);
            }
            case 4 -> client.arrive(random.nextInt(CHUNK));
            case 5 -> client.transport().deliver();
            default -> {
                if (random.nextBoolean()) {
                    client.acknowledge();
                } else {
                    server.pass(Duration.ofSeconds(1));
                }
            }
        }
        assertThat(client.transport().overlaps()).isZero();
    }

    /** The transport vanishes, fails or just looks alive; the frame under way may arrive all the same. */
    private static void cut(Random random, ReturningClient client) {
        LossyTransport old = client.transport();
        if (random.nextBoolean()) {
            old.arrive();
        }
        switch (random.nextInt(3)) {
            case 0 -> client.cut();
            case 1 -> old.reportFailed(new IllegalStateException("reset"));
            default -> {}
        }
    }

    /** Lets all that is on its way arrive. */
    private static void settle(TestServer server, ReturningClient client) {
        client.arriveAll();
        while (client.transport().hasFrameUnderWay()) {
            client.transport().deliver();
        }
        server.pass(Duration.ofSeconds(1));
    }
}
