// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.TransportType;
import ee.signalr.core.connection.ReplaceableTransport;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that a test can cut. It records its frames and delivers each at once, or by hand; what has not been delivered when it is
 * cut is lost. Thread-safe.
 */
public final class LossyTransport extends ReplaceableTransport {

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final List<CloseStatus> closings = new CopyOnWriteArrayList<>();
    private volatile boolean byHand;
    private volatile @Nullable OutboundMessage underWay;
    private volatile int overlaps;

    public LossyTransport(TransportConnection connection) {
        super(connection);
    }

    /** Delivers a frame when the test says so. */
    public LossyTransport byHand() {
        byHand = true;
        return this;
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    public void send(OutboundMessage frame) {
        if (underWay != null) {
            overlaps++;
        }
        underWay = frame;
        if (!byHand) {
            deliver();
        }
    }

    /** The client gets the frame under way, if there is one, and the server hears of that. */
    public void deliver() {
        if (arrive()) {
            sent();
        }
    }

    /** The client gets the frame under way, if there is one, and the server does not hear of that. */
    public boolean arrive() {
        OutboundMessage frame = underWay;
        if (frame == null) {
            return false;
        }
        underWay = null;
        delivered.add(frame.text());
        return true;
    }

    /** The server hears that a frame has left. */
    public void reportSent() {
        sent();
    }

    /** The server hears that a frame has not left. */
    public void reportFailed(Throwable cause) {
        sendFailed(cause);
    }

    public LossyTransport open() {
        ready();
        return this;
    }

    /** The server gets bytes of the client. */
    public void say(String text) {
        receive(text.getBytes(StandardCharsets.UTF_8));
    }

    /** It is gone without a word. */
    public void vanish() {
        vanished();
    }

    /** The client closes it. */
    public void leave() {
        closedByClient();
    }

    public void cut(@Nullable Throwable cause) {
        cutOff(cause);
    }

    @Override
    public void close(CloseStatus status) {
        closings.add(status);
    }

    @Override
    public boolean isOpen() {
        return closings.isEmpty();
    }

    @Override
    public void tick(long now) {
        // Nothing is overdue.
    }

    public boolean hasFrameUnderWay() {
        return underWay != null;
    }

    /** The frames that have reached the client. */
    public List<String> delivered() {
        return List.copyOf(delivered);
    }

    public List<CloseStatus> closings() {
        return List.copyOf(closings);
    }

    /** How often it was given a frame while another one was under way. */
    public int overlaps() {
        return overlaps;
    }
}
