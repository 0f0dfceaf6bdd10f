// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An event stream that carries what goes to the client; what comes from it is posted. Holds no thread: bytes are written by
 * whoever sends, or by the container when it can take more. Thread-safe.
 */
final class ServerSentEventsTransport implements Transport, BodyOutput.Observer {

    private static final System.Logger LOG = System.getLogger(ServerSentEventsTransport.class.getName());

    /** A comment; browsers hold the stream for open only when something has arrived. */
    private static final byte[] GREETING = ":\r\n".getBytes(StandardCharsets.US_ASCII);

    private final TransportConnection connection;
    private final AtomicBoolean closed = new AtomicBoolean();

    private final AsyncExchange exchange;

    private volatile BodyOutput body = UnopenedBody.INSTANCE;
    private volatile boolean greeted;

    ServerSentEventsTransport(TransportConnection connection) {
        this.connection = connection;
        this.exchange = new AsyncExchange(this::failed, connection::endInput);
    }

    @Override
    public TransportType type() {
        return TransportType.SERVER_SENT_EVENTS;
    }

    /** Opens the stream. Called once, by the thread of the request, when the connection has been started. */
    void open(HttpServletRequest request, HttpServletResponse response, BodyStreams streams) throws IOException {
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-cache,no-store");
        response.setHeader("Pragma", "no-cache");
        response.setHeader("Content-Encoding", "identity");
        // For proxies that otherwise collect events before they pass them on.
        response.setHeader("X-Accel-Buffering", "no");
        ServletOutputStream out = response.getOutputStream();
        out.write(GREETING);
        // These few bytes cannot block; and Liberty does not let the first flush of the stream itself through.
        response.flushBuffer();
        exchange.start(request, streams.endAtErrors());
        BodyOutput output = streams.open(out, this);
        body = output;
        // After body and exchange are there: close sets its flag first and then ends them, so one of the two sees both.
        if (closed.get()) {
            output.end(exchange::complete);
        } else {
            output.write();
        }
    }

    @Override
    public void written() {
        if (greeted) {
            connection.sent();
        } else {
            greeted = true;
            connection.ready();
        }
    }

    @Override
    public void failed(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "The client of an event stream has gone: " + this, cause);
        close(CloseStatus.ABORTED);
    }

    @Override
    public void send(OutboundMessage frame) {
        body.write(ServerSentEvent.START, ServerSentEvent.data(frame.bytes()), ServerSentEvent.END);
    }

    @Override
    public void close(CloseStatus status) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        body.end(exchange::complete);
        connection.transportClosed(null);
    }

    @Override
    public boolean isOpen() {
        return greeted && !closed.get();
    }

    @Override
    public void tick(long now) {
        // Pings and time limits are the hub handler's.
    }

    @Override
    public String toString() {
        return "event stream of " + connection;
    }
}
