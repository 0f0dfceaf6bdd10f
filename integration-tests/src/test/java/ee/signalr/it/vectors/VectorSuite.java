// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every recorded conversation of a protocol, one test each, at the hubs with and without detailed errors. */
@Tag("portable")
@ExtendWith(SharedServer.class)
abstract class VectorSuite {

    private static final int AT_ONCE = 24;

    private final Dialect dialect;
    private final int recorded;

    VectorSuite(Dialect dialect, int recorded) {
        this.dialect = dialect;
        this.recorded = recorded;
    }

    @Test
    void shouldReplayEveryRecording() {
        List<Recording> all = Recording.all(dialect);
        assertThat(all).hasSize(recorded);
        assertThat(all.stream().map(Recording::name)).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerAsRecordedWithoutDetailedErrors(TestServer server) {
        return replays(Recording::plain, server, "/vectors/plain");
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerAsRecordedWithDetailedErrors(TestServer server) {
        return replays(Recording::detailed, server, "/vectors/detailed");
    }

    /** The replays run side by side; the tests take their results in order. */
    private Stream<DynamicTest> replays(Function<Recording, Outcome> expected, TestServer server, String path) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        return Recording.all(dialect).stream()
                .map(recording -> start(recording, expected.apply(recording), server.port(), path, workers))
                .toList()
                .stream()
                .onClose(workers::shutdownNow);
    }

    private DynamicTest start(Recording recording, Outcome expected, int port, String path, ExecutorService workers) {
        CompletableFuture<Observed> observed = CompletableFuture.supplyAsync(
                () -> Replay.of(recording.steps(), dialect, expected, port, path), workers);
        return DynamicTest.dynamicTest(
                recording.name(),
                () -> assertThat(observed.get()).as("at %s", path).matches(expected::matches, "matches " + expected));
    }
}
