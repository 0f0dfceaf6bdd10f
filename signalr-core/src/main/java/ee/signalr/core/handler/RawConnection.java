// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.CancellationToken;
import ee.signalr.ConnectionContext;
import ee.signalr.HttpRequestSnapshot;
import ee.signalr.TransferFormat;
import ee.signalr.TransportType;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.hubconnection.CancellationSource;
import ee.signalr.core.transport.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A connection as its connection handler sees it. Thread-safe. */
final class RawConnection implements ConnectionContext {

    private final TransportConnection connection;
    private final TransferFormat format;
    private final Executor executor;
    private final CancellationSource aborted = new CancellationSource();
    private final AtomicReference<@Nullable ConcurrentMap<String, Object>> items = new AtomicReference<>();

    private volatile boolean endRequested;

    /**
     * Makes the application's side of a connection.
     *
     * @param format how messages leave
     * @param executor runs user code
     */
    RawConnection(TransportConnection connection, TransferFormat format, Executor executor) {
        this.connection = connection;
        this.format = format;
        this.executor = executor;
    }

    /** Whether the application has asked for the end. */
    boolean isEndRequested() {
        return endRequested;
    }

    /** Fires the signal that the connection has ended. */
    void markAborted() {
        aborted.cancel();
    }

    @Override
    public String connectionId() {
        return connection.id();
    }

    @Override
    public Optional<Principal> principal() {
        return Optional.ofNullable(connection.caller().principal());
    }

    @Override
    public ConcurrentMap<String, Object> items() {
        ConcurrentMap<String, Object> known = items.get();
        if (known != null) {
            return known;
        }
        ConcurrentMap<String, Object> made = new ConcurrentHashMap<>(4);
        ConcurrentMap<String, Object> other = items.compareAndExchange(null, made);
        return other == null ? made : other;
    }

    @Override
    public TransportType transport() {
        return connection.transportType();
    }

    @Override
    public TransferFormat transferFormat() {
        return format;
    }

    @Override
    public HttpRequestSnapshot httpRequest() {
        return connection.origin().request();
    }

    @Override
    public CompletionStage<Void> send(byte[] bytes) {
        return send(OutboundMessage.of(bytes, formatOf(bytes)));
    }

    /** A text frame is read as text on its way, which would change bytes that are none. */
    private TransferFormat formatOf(byte[] bytes) {
        boolean unfit =
                format == TransferFormat.TEXT && transport() == TransportType.WEB_SOCKETS && !Utf8Text.isUtf8(bytes);
        return unfit ? TransferFormat.BINARY : format;
    }

    @Override
    public CompletionStage<Void> send(String text) {
        return send(OutboundMessage.of(text.getBytes(StandardCharsets.UTF_8), format));
    }

    private CompletionStage<Void> send(OutboundMessage message) {
        if (message.size() > 0) {
            connection.send(message);
        }
        CompletionStage<Void> room = connection.room();
        return room == TransportConnection.ROOM ? room : room.thenRunAsync(() -> {}, executor);
    }

    @Override
    public CancellationToken aborted() {
        return aborted;
    }

    @Override
    public void close() {
        // First: whoever is told of the end asks whether it was wanted.
        endRequested = true;
        connection.endInput();
    }

    @Override
    public void abort() {
        endRequested = true;
        connection.abort(null);
    }

    @Override
    public String toString() {
        return connection.toString();
    }
}
