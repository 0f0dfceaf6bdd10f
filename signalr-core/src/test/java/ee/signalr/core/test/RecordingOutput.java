// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.streaming.ClientOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records what is sent to a client, with as much room as the test gives. For one thread at a time. */
public final class RecordingOutput implements ClientOutput {

    private final Consumer<CompletionMessage> replies;
    private final Executor executor;
    private final List<HubMessage> messages = new ArrayList<>();
    private final List<Integer> flushes = new ArrayList<>();
    private int room = Integer.MAX_VALUE;
    private int flushesSoon;
    private @Nullable RuntimeException unwritable;
    private CompletableFuture<Void> roomMade = new CompletableFuture<>();

    public RecordingOutput(Executor executor) {
        this(executor, any -> {});
    }

    public RecordingOutput(Executor executor, Consumer<CompletionMessage> replies) {
        this.executor = executor;
        this.replies = replies;
    }

    /** Has room for so many messages more. */
    public void makeRoom(int messagesMore) {
        room = messagesMore;
        if (messagesMore > 0) {
            CompletableFuture<Void> made = roomMade;
            roomMade = new CompletableFuture<>();
            made.complete(null);
        }
    }

    /** Throws for every item from now on. */
    public void failToWrite(RuntimeException with) {
        unwritable = with;
    }

    /** All that has been sent or held. */
    public List<HubMessage> messages() {
        return List.copyOf(messages);
    }

    /** How many messages had come before each flush. */
    public List<Integer> flushes() {
        return List.copyOf(flushes);
    }

    public int flushesSoon() {
        return flushesSoon;
    }

    @Override
    public void reply(CompletionMessage completion) {
        replies.accept(completion);
        messages.add(completion);
    }

    @Override
    public void hold(HubMessage message) {
        if (unwritable != null) {
            throw unwritable;
        }
        messages.add(message);
        room--;
    }

    @Override
    public void flush() {
        flushes.add(messages.size());
    }

    @Override
    public void flushSoon() {
        flushesSoon++;
    }

    @Override
    public CompletionStage<Void> room() {
        return room > 0 ? TransportConnection.ROOM : roomMade;
    }

    @Override
    public Executor executor() {
        return executor;
    }
}
