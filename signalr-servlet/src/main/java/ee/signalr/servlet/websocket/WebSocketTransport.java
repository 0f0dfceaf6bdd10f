// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.TransferFormat;
import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.ReplaceableTransport;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that carries a connection. One send is under way at a time, and this object is the handler of each, so that
 * sending allocates nothing here. Thread-safe, except that {@link #received} is for one caller at a time.
 */
public final class WebSocketTransport extends ReplaceableTransport implements SendHandler {

    private static final System.Logger LOG = System.getLogger(WebSocketTransport.class.getName());

    private final InputWaits inputWaits;
    private final FrameSending sending;
    private final Executor closer;
    private final boolean clientClosesFirst;

    private volatile @Nullable Session session;
    private volatile RemoteEndpoint.@Nullable Async remote;
    private volatile @Nullable CloseStatus closing;
    private volatile boolean closeBegun;
    private volatile boolean delivering;
    /** When the server closes, unless the client does so before. */
    private volatile @Nullable Runnable dueClose;
    /** Whether a sweep has seen that; used by the sweep alone. */
    private boolean dueCloseSeen;

    private volatile @Nullable CountDownLatch inputWait;

    /**
     * Makes the carrier of a connection.
     *
     * @param clientClosesFirst whether a goodbye is left to the client even on the thread that delivers input
     */
    WebSocketTransport(
            TransportConnection connection,
            InputWaits inputWaits,
            FrameSending sending,
            Executor closer,
            boolean clientClosesFirst) {
        super(connection);
        this.inputWaits = inputWaits;
        this.sending = sending;
        this.closer = closer;
        this.clientClosesFirst = clientClosesFirst;
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    // ---- the server's side

    /** The sub-protocols that the endpoint speaks; an immutable list. */
    List<String> subProtocols() {
        TransportConnection carried = connection();
        return carried == null ? List.of() : carried.endpoint().settings().get(Options.WEBSOCKET_SUB_PROTOCOLS);
    }

    void opened(Session opened) {
        remote = opened.getAsyncRemote();
        session = opened;
        // After the session is set: close sets its status first and then looks for the session, so one of the two sees
        // both.
        CloseStatus status = closing;
        if (status == null) {
            ready();
        } else {
            close(opened, status);
        }
    }

    void received(byte[] bytes) {
        TransportConnection carried = connection();
        if (carried == null) {
            return;
        }
        delivering = true;
        try {
            receive(bytes);
            if (!carried.waitingInput().hasRoom()) {
                inputWaits.awaitRoom(this, carried);
            }
        } finally {
            delivering = false;
            closeAfterDelivery();
        }
    }

    /** After the flag is down: who closes sets the status first and then looks at the flag, so one of the two closes. */
    private void closeAfterDelivery() {
        CloseStatus status = closing;
        Session opened = session;
        if (status != null && !closeBegun && opened != null && !isLeftToClient(status)) {
            closeNow(opened, status);
        }
    }

    /**
     * Waits until the connection takes input again, has ended, or has got another carrier.
     *
     * @return whether that has happened in time
     */
    boolean awaitInputRoom(TransportConnection carried, long nanos) throws InterruptedException {
        CountDownLatch room = new CountDownLatch(1);
        inputWait = room;
        carried.waitingInput().whenRoom(room::countDown);
        // After the latch is set: close sets its status first and then looks for the latch.
        return closing != null || room.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** The connection cannot go on, unless it has got another carrier meanwhile. */
    void giveUp(@Nullable Throwable cause) {
        cutOff(cause);
    }

    /** The server has not upgraded the request. */
    public void neverOpened() {
        closed(false);
    }

    /**
     * The WebSocket is gone.
     *
     * @param byClient whether the client has said goodbye; otherwise it has vanished, or this side has closed
     */
    void closed(boolean byClient) {
        boolean closedHere = closing != null;
        closing = CloseStatus.NORMAL;
        closeBegun = true;
        if (byClient && !closedHere) {
            closedByClient();
        } else {
            vanished();
        }
        // Open Liberty's threads keep the last request that they have upgraded, and so this transport.
        letGo();
    }

    @Override
    public void onResult(SendResult result) {
        if (result.isOK()) {
            sent();
        } else {
            failed(result.getException());
        }
    }

    private void failed(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "A WebSocket send failed: " + this, cause);
        if (!(cause instanceof IOException)) {
            sendFailed(cause);
        } else if (clientClosesFirst) {
            // Undertow sends nothing any more to a client whose Close frame it is reading. It answers that in a moment,
            // unless the session is closed meanwhile: so this is left to the server, which tells of the end, or else to
            // the sweep.
            dueClose = this::lost;
        } else {
            lost();
        }
    }

    /** The peer has vanished. */
    private void lost() {
        vanished();
        close(CloseStatus.ABORTED);
    }

    // ---- the connection's side

    /** The connection that it carries, or did, if it has not let go of it. */
    @Nullable
    TransportConnection carried() {
        return connection();
    }

    @Override
    public void send(OutboundMessage frame) {
        if (remote == null) {
            throw new IllegalStateException("The WebSocket is not open: " + this);
        }
        sending.send(this, frame);
    }

    /** Sends a frame that this object is told the outcome of. */
    void sendAsynchronously(OutboundMessage frame) {
        RemoteEndpoint.Async peer = Objects.requireNonNull(remote);
        try {
            if (frame.format() == TransferFormat.TEXT) {
                peer.sendText(frame.text(), this);
            } else {
                peer.sendBinary(ByteBuffer.wrap(frame.bytes()), this);
            }
        } catch (RuntimeException refused) {
            failed(refused);
        }
    }

    /** Sends a frame and waits until it has left, or cannot. */
    void sendAndWait(OutboundMessage frame) {
        Session opened = Objects.requireNonNull(session);
        try {
            RemoteEndpoint.Basic peer = opened.getBasicRemote();
            if (frame.format() == TransferFormat.TEXT) {
                peer.sendText(frame.text());
            } else {
                peer.sendBinary(ByteBuffer.wrap(frame.bytes()));
            }
        } catch (IOException | RuntimeException refused) {
            // Servers refuse in many ways what is to go to a client that has just left.
            failed(opened.isOpen() ? refused : new IOException("The WebSocket is closed", refused));
            return;
        }
        sent();
    }

    @Override
    public void close(CloseStatus status) {
        if (closing != null) {
            waitNoLonger();
            return;
        }
        closing = status;
        CountDownLatch waiting = inputWait;
        if (waiting != null) {
            waiting.countDown();
        }
        Session opened = session;
        if (opened != null) {
            close(opened, status);
        }
    }

    /**
     * Left to the thread that delivers input, if there is one. Open Liberty, closed by another thread at the very moment when
     * its read completes, neither reads on nor gives up the socket: of a client that goes on sending it would never be rid.
     *
     * <p>Otherwise a client that has been told of the end in a message is left a second or two to close the WebSocket. Official
     * clients do so as soon as they have read, or written, that message, and servers do not cope with two that close at the same
     * time: Liberty and Tomcat end the connection without a Close frame, which clients take for a failure, and Tyrus, in Payara,
     * at times does not end it.
     */
    private void close(Session opened, CloseStatus status) {
        if (delivering && !isLeftToClient(status)) {
            return;
        }
        Runnable close = () -> closeNow(opened, status);
        if (status == CloseStatus.FAREWELL) {
            dueClose = close;
        } else {
            closeSoon(close);
        }
    }

    private boolean isLeftToClient(CloseStatus status) {
        return clientClosesFirst && status == CloseStatus.FAREWELL;
    }

    private void waitNoLonger() {
        Runnable close = dueClose;
        if (close != null && !closeBegun) {
            dueClose = null;
            closeSoon(close);
        }
    }

    private void closeSoon(Runnable close) {
        try {
            closer.execute(close);
        } catch (RejectedExecutionException stopped) {
            LOG.log(System.Logger.Level.DEBUG, "The application has stopped; the server closes " + this, stopped);
        }
    }

    private void closeNow(Session opened, CloseStatus status) {
        closeBegun = true;
        try {
            opened.close(new CloseReason(code(status), ""));
        } catch (IOException | RuntimeException gone) {
            LOG.log(System.Logger.Level.DEBUG, "A WebSocket could not be closed: " + this, gone);
        }
    }

    private static CloseReason.CloseCode code(CloseStatus status) {
        return switch (status) {
            case NORMAL, FAREWELL -> CloseReason.CloseCodes.NORMAL_CLOSURE;
            case ERROR, ABORTED -> CloseReason.CloseCodes.UNEXPECTED_CONDITION;
        };
    }

    @Override
    public boolean isOpen() {
        Session opened = session;
        return closing == null && opened != null && opened.isOpen();
    }

    @Override
    public void tick(long now) {
        // Pings and time limits are the hub handler's. The first sweep may come right behind the goodbye.
        if (dueCloseSeen) {
            waitNoLonger();
        } else {
            dueCloseSeen = dueClose != null;
        }
    }

    @Override
    public String toString() {
        return "WebSocket of " + connection();
    }
}
