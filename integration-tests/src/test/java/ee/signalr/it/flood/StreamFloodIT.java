// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Floods of streams, to the client and from it. */
class StreamFloodIT extends Flood {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String STREAMS = "/it/streams";
    private static final String UPLOADS = "/it/uploads";
    private static final String END = String.valueOf(HubSocket.RECORD_SEPARATOR);
    private static final int MOST_STREAMS = 100;

    StreamFloodIT() {
        super(STREAMS);
    }

    @Test
    void shouldRunSomeOfTenThousandStreamsAndRefuseTheOthers() {
        int streams = 10_000;
        AtomicInteger ids = new AtomicInteger();
        try (HubSocket flooding = HubSocket.open(port(), STREAMS);
                Sender sender = Sender.start(() -> open(flooding, ids), streams, flooding::close)) {
            int items = 0;
            int refusals = 0;
            while (items + refusals < streams) {
                JsonObject message = flooding.next();
                items += message.getInt("type") == 2 ? 1 : 0;
                refusals += message.containsKey("error") ? 1 : 0;
            }
            assertThat(items).isEqualTo(MOST_STREAMS);
            assertThat(sender.sent()).isEqualTo(streams);
            bystander().expectAnswers();
            heap().expectGrowthBelow(24 * MEGABYTE);
        }
        awaitCount("flood of streams", MOST_STREAMS);
    }

    /** Calls a stream that ends only when it is cancelled. */
    private static long open(HubSocket socket, AtomicInteger ids) {
        socket.write("{\"type\":4,\"invocationId\":\"" + ids.incrementAndGet()
                + "\",\"target\":\"countingEnds\",\"arguments\":[\"flood of streams\"]}");
        return 1;
    }

    private void awaitCount(String name, int expected) {
        try (HubSocket asking = HubSocket.open(port(), STREAMS)) {
            await("the end of " + expected + " streams").atMost(LIMIT).until(() -> counted(asking, name) == expected);
        }
    }

    private static int counted(HubSocket asking, String name) {
        return asking.invoke("counted", Json.createValue(name)).getInt("result");
    }

    @Test
    void shouldStopReadingAnUploadThatNobodyReads() {
        String item = "{\"type\":2,\"invocationId\":\"s\",\"item\":\"" + "x".repeat(10_000) + "\"}" + END;
        try (HubSocket flooding = HubSocket.open(port(), UPLOADS)) {
            flooding.write("{\"type\":1,\"invocationId\":\"1\",\"target\":\"countBehindGate\","
                    + "\"arguments\":[\"upload flood\"],\"streamIds\":[\"s\"]}");
            try (Sender sender = Sender.start(() -> send(flooding, item), 1000 * MEGABYTE, flooding::close)) {
                assertThat(flooding.socket().end(LIMIT)).isEqualTo(1011);
                assertThat(sender.sent()).isBetween(65_536L, 100 * MEGABYTE);
                heap().expectGrowthBelow(24 * MEGABYTE);
            }
        }
        try (HubSocket opening = HubSocket.open(port(), UPLOADS)) {
            opening.invoke("open", Json.createValue("upload flood"));
        }
    }

    private static long send(HubSocket socket, String message) {
        socket.socket().texts(List.of(message));
        return message.length();
    }

    @Test
    void shouldProduceNoMoreThanAStalledReaderTakes() {
        String name = "stalled stream";
        try (HubSocket stalled = HubSocket.openNarrow(port(), STREAMS);
                HubSocket asking = HubSocket.open(port(), STREAMS)) {
            stalled.write("{\"type\":4,\"invocationId\":\"1\",\"target\":\"large\",\"arguments\":[\"" + name
                    + "\",5000,20000]}");
            await("the first items").atMost(LIMIT).until(() -> counted(asking, name) > 0);
            bystander().expectAnswers();
            heap().expectGrowthBelow(24 * MEGABYTE);
            assertThat(counted(asking, name)).isLessThan(1000);
        }
    }

    @Test
    void shouldEndTheStreamsOfWhoVanishes() {
        try (HubSocket vanishing = HubSocket.open(port(), STREAMS)) {
            for (int number = 0; number < MOST_STREAMS; number++) {
                vanishing.write("{\"type\":4,\"invocationId\":\"" + number
                        + "\",\"target\":\"countingEnds\",\"arguments\":[\"vanished\"]}");
            }
            for (int number = 0; number < MOST_STREAMS; number++) {
                assertThat(vanishing.next().getInt("item")).isZero();
            }
            vanishing.socket().vanish();
        }
        awaitCount("vanished", MOST_STREAMS);
    }
}
