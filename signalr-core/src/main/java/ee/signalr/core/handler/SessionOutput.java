// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.streaming.ClientOutput;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends one client what its calls produce. Answers to calls that arrived together leave together, and so do items of streams
 * that follow each other closely. Thread-safe.
 */
final class SessionOutput implements ClientOutput {

    private final HubConnection hub;
    private final Mailbox mailbox;
    private final LateFlush lateFlush;
    private final AtomicBoolean flushRequested = new AtomicBoolean();

    SessionOutput(HubConnection hub, Mailbox mailbox, LateFlush lateFlush) {
        this.hub = hub;
        this.mailbox = mailbox;
        this.lateFlush = lateFlush;
    }

    @Override
    public void reply(CompletionMessage completion) {
        if (!mailbox.hasWaiting()) {
            hub.write(completion);
            return;
        }
        hub.hold(completion);
        flushSoon();
    }

    @Override
    public void hold(HubMessage message) {
        hub.hold(message);
    }

    @Override
    public void flush() {
        // Before flushing: what is held from here on asks for a flush of its own.
        flushRequested.set(false);
        hub.flush();
    }

    @Override
    public void flushSoon() {
        if (!flushRequested.get() && flushRequested.compareAndSet(false, true)) {
            lateFlush.request(this::flush);
        }
    }

    @Override
    public CompletionStage<Void> room() {
        return hub.room();
    }

    @Override
    public Executor executor() {
        return hub.executor();
    }
}
