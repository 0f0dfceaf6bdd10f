// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a client sees of one stream: items, then one completion and nothing after it. Items come from one thread at a time; the
 * end may come from any thread, also while an item is being written, and then follows that item.
 */
public final class StreamOutlet {

    private enum State {
        OPEN,
        WRITING,
        ENDED
    }

    private final String id;
    private final ClientOutput output;
    private final Runnable beforeEnd;
    /** A {@link State}, or the completion with which the writer of an item is to end the stream. */
    private final AtomicReference<Object> state = new AtomicReference<>(State.OPEN);

    /**
     * Makes the outlet of a stream that has not begun.
     *
     * @param id the invocation id
     * @param beforeEnd runs before the completion is sent, once
     */
    public StreamOutlet(String id, ClientOutput output, Runnable beforeEnd) {
        this.id = id;
        this.output = output;
        this.beforeEnd = beforeEnd;
    }

    /**
     * Adds an item; it leaves with the next flush.
     *
     * @return whether more may follow
     * @throws ee.signalr.HubEncodingException when it cannot be written
     */
    boolean item(@Nullable Object item) {
        if (!state.compareAndSet(State.OPEN, State.WRITING)) {
            return false;
        }
        try {
            output.hold(new StreamItemMessage(Map.of(), id, item));
        } finally {
            if (!state.compareAndSet(State.WRITING, State.OPEN)) {
                complete((CompletionMessage) state.getAndSet(State.ENDED));
            }
        }
        return state.get() == State.OPEN;
    }

    /** As {@link ClientOutput#room}. */
    CompletionStage<Void> room() {
        return output.room();
    }

    /** Runs user code. */
    Executor executor() {
        return output.executor();
    }

    /** Sends what is held. */
    void flush() {
        output.flush();
    }

    /** Sends what is held in a moment. */
    void flushSoon() {
        output.flushSoon();
    }

    /** Whether nothing can be added any more. */
    public boolean hasEnded() {
        Object now = state.get();
        return now != State.OPEN && now != State.WRITING;
    }

    /**
     * Ends the stream, unless it has ended already.
     *
     * @param error what the client reads; null when nothing failed
     */
    public void end(@Nullable String error) {
        CompletionMessage completion =
                error == null ? CompletionMessage.empty(id) : CompletionMessage.withError(id, error);
        while (!hasEnded()) {
            if (state.compareAndSet(State.WRITING, completion)) {
                // Whoever is writing an item ends the stream behind it.
                return;
            }
            if (state.compareAndSet(State.OPEN, State.ENDED)) {
                complete(completion);
                return;
            }
        }
    }

    private void complete(CompletionMessage completion) {
        beforeEnd.run();
        output.reply(completion);
    }
}
