// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.TransportType;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A carrier that records its frames and completes sends as the test wants. It notices when it is given a frame while another one is
 * under way. Thread-safe.
 */
public final class TestTransport implements Transport {

    /** How sends complete. */
    public enum Completion {
        /** Within the call. */
        INLINE,
        /** When the test calls {@link TestTransport#complete}, if ever. */
        BY_HAND
    }

    private final TransportType type;
    private final Queue<OutboundMessage> frames = new ConcurrentLinkedQueue<>();
    private final List<CloseStatus> closings = new CopyOnWriteArrayList<>();
    private final List<Long> ticks = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();

    private volatile Completion completion = Completion.INLINE;
    private volatile int maximumFrameSize = 65_536;
    private volatile boolean polling;
    private volatile boolean lingering;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable RuntimeException closeFailure;
    private volatile @Nullable TransportConnection connection;

    public TestTransport(TransportType type) {
        this.type = type;
    }

    public static TestTransport webSocket() {
        return new TestTransport(TransportType.WEB_SOCKETS);
    }

    /** Serves the connection; not ready yet. */
    public TestTransport serve(TransportConnection served) {
        connection = served;
        return this;
    }

    public TestTransport completing(Completion how) {
        completion = how;
        return this;
    }

    public TestTransport maximumFrameSize(int bytes) {
        maximumFrameSize = bytes;
        return this;
    }

    /** Is not ready again after a frame, until the test says so, like a poll. */
    public TestTransport polling() {
        polling = true;
        return this;
    }

    /** Does not tell that it is gone when it is closed, like a peer that does not answer. */
    public TestTransport lingering() {
        lingering = true;
        return this;
    }

    /** Throws when it is to send. */
    public TestTransport failing(@Nullable Throwable with) {
        failure = with;
        return this;
    }

    /** Throws when it is to close. */
    public TestTransport failingToClose(RuntimeException with) {
        closeFailure = with;
        return this;
    }

    @Override
    public TransportType type() {
        return type;
    }

    @Override
    public void send(OutboundMessage frame) {
        if (underWay.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        frames.add(frame);
        if (polling) {
            connection().pauseAfterSend();
        }
        if (completion == Completion.INLINE) {
            complete();
        }
    }

    /** Reports the frame under way as sent. */
    public void complete() {
        underWay.decrementAndGet();
        connection().sent();
    }

    @Override
    public void close(CloseStatus status) {
        closings.add(status);
        RuntimeException broken = closeFailure;
        if (broken != null) {
            throw broken;
        }
        if (!lingering) {
            connection().transportClosed(null);
        }
    }

    @Override
    public int maximumFrameSize() {
        return maximumFrameSize;
    }

    @Override
    public boolean isOpen() {
        return closings.isEmpty();
    }

    @Override
    public void tick(long now) {
        ticks.add(now);
    }

    /** The text of each frame so far. */
    public List<String> frames() {
        return frames.stream().map(OutboundMessage::text).toList();
    }

    /** The frames themselves. */
    public List<OutboundMessage> messages() {
        return List.copyOf(frames);
    }

    /** The statuses with which it has been closed; usually one. */
    public List<CloseStatus> closings() {
        return List.copyOf(closings);
    }

    public int ticks() {
        return ticks.size();
    }

    /** How often it was given a frame while another one was under way. */
    public int overlaps() {
        return overlaps.get();
    }

    private TransportConnection connection() {
        TransportConnection served = connection;
        if (served == null) {
            throw new IllegalStateException("The transport serves no connection");
        }
        return served;
    }
}
