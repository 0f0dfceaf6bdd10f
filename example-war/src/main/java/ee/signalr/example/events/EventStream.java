// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.events;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One open response of type {@code text/event-stream}. Writes one event after the other on the executor, since a write may
 * block. Thread-safe as long as calls to the write methods do not overlap.
 */
final class EventStream {

    private final Sse sse;
    private final SseEventSink sink;
    private final Executor executor;
    private CompletionStage<@Nullable Void> last = CompletableFuture.completedFuture(null);

    EventStream(Sse sse, SseEventSink sink, Executor executor) {
        this.sse = sse;
        this.sink = sink;
        this.executor = executor;
    }

    /** An event with a name of its own. */
    CompletionStage<@Nullable Void> event(String name, String data) {
        return write(sse.newEventBuilder().name(name).data(data).build());
    }

    /** An event that a bare {@code EventSource} gets by its {@code onmessage}. */
    CompletionStage<@Nullable Void> message(String data) {
        return write(sse.newEventBuilder().data(data).build());
    }

    /** A line that clients ignore: it shows whether somebody is still there. */
    CompletionStage<@Nullable Void> comment(String text) {
        return write(sse.newEventBuilder().comment(text).build());
    }

    void close() {
        sink.close();
    }

    private CompletionStage<@Nullable Void> write(OutboundSseEvent event) {
        // behind the write before it, so that events stay in order and a failure fails all that follow
        last = last.thenComposeAsync(written -> send(event), executor);
        return last;
    }

    private CompletionStage<@Nullable Void> send(OutboundSseEvent event) {
        return sink.send(event).thenApply(sent -> null);
    }
}
