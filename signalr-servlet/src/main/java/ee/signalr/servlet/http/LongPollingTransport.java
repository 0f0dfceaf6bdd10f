// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Carries a connection by polls, of which at most one waits and at most one is being answered. Thread-safe. The lock is taken
 * before those of the connection, and not held while a poll is answered.
 */
final class LongPollingTransport implements Transport {

    private final TransportConnection connection;
    private final long pollTimeout;
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Poll waiting;
    private @Nullable Poll sending;
    private boolean closed;

    LongPollingTransport(TransportConnection connection) {
        this.connection = connection;
        this.pollTimeout = connection.endpoint().settings().nanos(Options.LONG_POLLING_POLL_TIMEOUT);
    }

    @Override
    public TransportType type() {
        return TransportType.LONG_POLLING;
    }

    // ---- the client's side

    /** The first poll, which is answered at once and without data. */
    void opened() {
        lock.lock();
        try {
            markInactiveIfUnused();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a poll: it waits for data, in the place of one that may be waiting already. */
    void accept(Poll poll) {
        Poll replaced;
        lock.lock();
        try {
            if (closed || (sending != null && waiting != null)) {
                replaced = poll;
            } else {
                replaced = waiting;
                waiting = poll;
                connection.markActive();
            }
        } finally {
            lock.unlock();
        }
        if (replaced == poll) {
            refuse(poll);
            return;
        }
        if (replaced != null) {
            replaced.answer(HttpServletResponse.SC_NO_CONTENT);
        }
        connection.ready();
    }

    private void refuse(Poll poll) {
        if (isOpen()) {
            // One poll waits already for the end of the answer before it.
            poll.answer(HttpServletResponse.SC_CONFLICT);
        } else {
            poll.answer(HttpServletResponse.SC_NO_CONTENT);
            connection.transportClosed(null);
        }
    }

    /** The answer to a poll has left. */
    void answered(Poll poll) {
        lock.lock();
        try {
            if (sending != poll) {
                return;
            }
            sending = null;
            markInactiveIfUnused();
        } finally {
            lock.unlock();
        }
        connection.sent();
    }

    /** The client of a poll has gone; it may come back with another. */
    void lost(Poll poll) {
        lock.lock();
        try {
            // When the queue cannot be paused, a frame is on its way to this poll, and answering will fail.
            if (waiting == poll && connection.pause()) {
                waiting = null;
                markInactiveIfUnused();
            }
        } finally {
            lock.unlock();
        }
        answered(poll);
    }

    /** The application is taken away. */
    void endConnection() {
        connection.endInput();
    }

    // ---- the connection's side

    @Override
    public void send(OutboundMessage frame) {
        Poll poll;
        lock.lock();
        try {
            poll = waiting;
            waiting = null;
            sending = poll;
            // Within the lock: a poll that comes now must find the queue told, because it tells it the contrary.
            connection.pauseAfterSend();
        } finally {
            lock.unlock();
        }
        if (poll == null) {
            // Closed in between, and with it the queue.
            connection.sent();
        } else {
            poll.answer(frame.bytes());
        }
    }

    @Override
    public void close(CloseStatus status) {
        Poll idle;
        Poll busy;
        lock.lock();
        try {
            closed = true;
            idle = waiting;
            waiting = null;
            busy = sending;
        } finally {
            lock.unlock();
        }
        if (busy != null && status == CloseStatus.ABORTED) {
            busy.cutOff();
        }
        if (idle != null) {
            idle.answer(HttpServletResponse.SC_NO_CONTENT);
            // Without a poll, the next one is told.
            connection.transportClosed(null);
        }
    }

    @Override
    public int maximumFrameSize() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean isOpen() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void tick(long now) {
        Poll overdue;
        lock.lock();
        try {
            overdue = waiting;
            if (overdue == null || !overdue.isOverdue(now, pollTimeout) || !connection.pause()) {
                return;
            }
            waiting = null;
            markInactiveIfUnused();
        } finally {
            lock.unlock();
        }
        overdue.answer(HttpServletResponse.SC_OK);
    }

    private void markInactiveIfUnused() {
        if (waiting == null && sending == null) {
            connection.markInactive();
        }
    }

    @Override
    public String toString() {
        return "polls of " + connection;
    }
}
