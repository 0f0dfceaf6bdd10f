// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.microsoft.signalr.HubConnection;
import com.microsoft.signalr.HubException;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Streams to the official Java client, and results that the hub asks of it. */
abstract class JavaStreamsSuite extends JavaConnections {

    private static final String STREAMS = "/it/streams";
    private static final String RESULTS = "/it/results";

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static <T> List<T> all(Observable<T> stream) {
        return stream.toList().timeout(LIMIT.toSeconds(), TimeUnit.SECONDS).blockingGet();
    }

    @Test
    void shouldReceiveStreams() {
        HubConnection connection = open(STREAMS);
        for (String source : List.of("publisher", "stream", "iterator", "laterStream")) {
            assertThat(all(connection.stream(Integer.class, source, 100))).isEqualTo(numbers(100));
        }
        assertThat(all(connection.stream(Integer.class, "stream", 0))).isEmpty();
    }

    @Test
    void shouldEndAStreamThatItCancels() {
        HubConnection connection = open(STREAMS);
        String name = "java-cancel-" + transport();
        Queue<Integer> items = new ConcurrentLinkedQueue<>();
        Disposable stream =
                connection.stream(Integer.class, "waitingStream", name, 3).subscribe(items::add);
        await().atMost(LIMIT).until(() -> items.size() == 3);
        stream.dispose();
        await().atMost(LIMIT).until(() -> invoke(connection, String.class, "fate", name), "ended"::equals);
    }

    @Test
    void shouldTellThatAStreamFailed() {
        HubConnection connection = open(STREAMS);
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> all(connection.stream(Integer.class, "failingStream", 2, true)))
                .withMessage("An error occurred on the server while streaming results. HubException: for clients");
    }

    @Test
    void shouldAnswerTheHub() {
        HubConnection connection = build(RESULTS);
        connection.onWithResult("answer", question -> Single.just(question + "!"), String.class);
        start(connection);
        assertThat(invoke(connection, String.class, "ask", "java")).isEqualTo("client said java!");
    }

    @Test
    void shouldTellTheHubThatItHasNoAnswer() {
        HubConnection connection = open(RESULTS);
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> invoke(connection, String.class, "ask", "java"))
                .withMessageContaining("HubException: Client failed to parse argument(s).");
    }
}
