// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SharedServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every JSON conversation that needs neither streams nor client results, one test each, at both hubs. */
@ExtendWith(SharedServer.class)
class VectorsIT {

    private static final int RECORDED = 153;
    private static final int REPLAYED = 131;
    private static final int AT_ONCE = 24;

    private static final List<String> NOT_YET = List.of("stream:", "upload:", "client result:");

    @Test
    void shouldReplayEveryRecordingButStreamsAndClientResults() {
        assertThat(Recording.all()).hasSize(RECORDED);
        assertThat(replayed()).hasSize(REPLAYED);
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerAsRecordedWithoutDetailedErrors(LibertyServer server) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        return replayed().stream()
                .map(recording -> start(recording, recording.plain(), server, "/vectors/plain", workers))
                .toList()
                .stream()
                .onClose(workers::shutdownNow);
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerAsRecordedWithDetailedErrors(LibertyServer server) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        return replayed().stream()
                .map(recording -> start(recording, recording.detailed(), server, "/vectors/detailed", workers))
                .toList()
                .stream()
                .onClose(workers::shutdownNow);
    }

    private static List<Recording> replayed() {
        return Recording.all().stream()
                .filter(recording -> NOT_YET.stream().noneMatch(recording.name()::startsWith))
                .toList();
    }

    /** The replays run side by side; the tests take their results in order. */
    private static DynamicTest start(
            Recording recording, Outcome expected, LibertyServer server, String path, ExecutorService workers) {
        CompletableFuture<Observed> observed = CompletableFuture.supplyAsync(
                () -> Replay.of(recording.steps(), expected, server.port(), path), workers);
        return DynamicTest.dynamicTest(
                recording.name(),
                () -> assertThat(observed.get()).as("at %s", path).matches(expected::matches, "matches " + expected));
    }
}
