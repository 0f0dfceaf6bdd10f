// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.events;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A response whose reader can go away, after which a given number of writes still seem to succeed, as with sockets. Not
 * thread-safe.
 */
final class FakeSink implements SseEventSink {

    private final List<String> read = new ArrayList<>();
    private boolean closed;
    private boolean gone;
    private int writesThatSeemToSucceed;
    private CompletableFuture<Void> hold;

    void readerGoes(int writesStillSucceeding) {
        gone = true;
        writesThatSeemToSucceed = writesStillSucceeding;
    }

    void readerStalls() {
        hold = new CompletableFuture<>();
    }

    /** What the reader has read since the last time that somebody asked. */
    List<String> takeRead() {
        List<String> taken = List.copyOf(read);
        read.clear();
        return taken;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
        if (gone && --writesThatSeemToSucceed < 0) {
            return CompletableFuture.failedFuture(new IOException("reset by peer"));
        }
        FakeSse.Event sent = (FakeSse.Event) event;
        if (!gone && sent.getComment() == null) {
            read.add(sent.getName() == null ? sent.getData() : sent.getName() + "=" + sent.getData());
        }
        return hold == null ? CompletableFuture.completedFuture(event) : hold;
    }

    @Override
    public void close() {
        closed = true;
    }
}
