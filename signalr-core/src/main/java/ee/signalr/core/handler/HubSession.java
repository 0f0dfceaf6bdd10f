// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.HubException;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.ConnectionListener;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HandshakeRequest;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InboundBuffer;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.TextMessageFormat;
import ee.signalr.core.protocol.json.HandshakeProtocol;
import ee.signalr.core.transport.CloseStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One client of a hub from its handshake to its end: cuts its bytes into messages, handles pings and closes at once, and puts
 * calls into the mailbox. Input comes from one thread at a time; ends and ticks may come from others meanwhile.
 */
final class HubSession implements ConnectionListener {

    private static final System.Logger LOG = System.getLogger(HubSession.class.getName());

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final HubConnectionHandler handler;
    private final TransportConnection connection;
    private final InboundBuffer buffer = new InboundBuffer();
    private final Mailbox mailbox;
    private final AtomicBoolean flushRequested = new AtomicBoolean();
    private final long opened;

    private volatile @Nullable ConnectedClient client;
    private volatile @Nullable CloseMessage farewell;
    private volatile boolean ended;
    private volatile boolean midMessage;

    HubSession(HubConnectionHandler handler, TransportConnection connection) {
        this.handler = handler;
        this.connection = connection;
        this.mailbox = new Mailbox(
                handler.threads().executor(),
                handler.settings().get(Options.MAXIMUM_PARALLEL_INVOCATIONS),
                this::flushHeld);
        this.opened = handler.threads().clock().getAsLong();
    }

    // ---- input

    @Override
    public void received(byte[] bytes) {
        ConnectedClient known = client;
        if (known != null) {
            known.keepAlive().receiving();
        }
        buffer.append(bytes);
        try {
            handleAll();
        } catch (HubProtocolException broken) {
            LOG.log(System.Logger.Level.DEBUG, "Bad input on " + connection, broken);
            endBecauseOf(broken);
        } finally {
            midMessage = buffer.hasPartial();
            mailbox.wake();
            if (known != null) {
                known.keepAlive().received(handler.threads().clock().getAsLong());
            }
        }
    }

    private void handleAll() {
        long maximum = handler.settings().get(Options.MAXIMUM_RECEIVE_MESSAGE_SIZE);
        while (!ended) {
            ConnectedClient known = client;
            HubProtocol protocol = known == null ? null : known.hub().protocol();
            if (!buffer.next(protocol == null ? TextMessageFormat.INSTANCE : protocol.messageFormat(), maximum)) {
                return;
            }
            if (known == null) {
                handshake();
            } else {
                HubMessage message =
                        known.hub().protocol().parse(buffer.array(), buffer.contentStart(), buffer.contentEnd());
                if (message != null) {
                    handle(known, message);
                }
            }
        }
    }

    private void endBecauseOf(HubProtocolException broken) {
        if (client == null) {
            // Too large, or of no known form: the reference tells no more than this.
            refuse("Handshake was canceled.");
        } else {
            connection.endInput(broken);
        }
    }

    private void handle(ConnectedClient known, HubMessage message) {
        switch (message.type()) {
            case INVOCATION -> invoke(known, (InvocationMessage) message);
            case STREAM_INVOCATION -> refuseStream((StreamInvocationMessage) message);
            case PING -> known.keepAlive().arm();
            case CLOSE -> closedByClient((CloseMessage) message);
            case STREAM_ITEM, COMPLETION, CANCEL_INVOCATION, ACK, SEQUENCE ->
                LOG.log(System.Logger.Level.DEBUG, "Unexpected {0} on {1}", message.type(), connection);
        }
    }

    private void invoke(ConnectedClient known, InvocationMessage invocation) {
        int size = buffer.size();
        connection.reserveInput(size);
        mailbox.add(() -> {
            connection.releaseInput(size);
            return handler.dispatcher().invoke(known.caller(), known.hub().protocol(), invocation, this::reply);
        });
    }

    private void refuseStream(StreamInvocationMessage invocation) {
        mailbox.add(() -> {
            handler.dispatcher().refuseStream(invocation.invocationId(), invocation.target(), this::reply);
            return DONE;
        });
    }

    private void closedByClient(CloseMessage close) {
        String error = close.error();
        end(new CloseMessage(null, false), error == null ? null : new HubException(error));
    }

    // ---- handshake

    private void handshake() {
        HandshakeRequest request;
        try {
            request = HandshakeProtocol.parse(buffer.array(), buffer.contentStart(), buffer.contentEnd());
        } catch (HubProtocolException malformed) {
            refuse(handler.errors().handshakeFailed(malformed));
            return;
        }
        HubProtocol protocol = handler.protocols().find(request.protocol()).orElse(null);
        String refusal = protocol == null
                ? "The protocol '" + request.protocol() + "' is not supported."
                : HandshakeRules.refusal(protocol, request.version(), connection.transportType());
        if (protocol == null || refusal != null) {
            refuse(refusal);
            return;
        }
        ConnectedClient accepted = new ConnectedClient(handler, connection, protocol);
        client = accepted;
        handler.threads().executor().execute(() -> connect(accepted));
    }

    private void refuse(@Nullable String error) {
        LOG.log(System.Logger.Level.DEBUG, "Handshake refused on {0}: {1}", connection, error);
        if (!ended) {
            connection.send(HandshakeProtocol.failure(String.valueOf(error)));
            connection.endInput(null);
        }
    }

    private void connect(ConnectedClient accepted) {
        if (ended) {
            accepted.giveUp();
            return;
        }
        try {
            accepted.identify();
        } catch (RuntimeException unidentified) {
            LOG.log(System.Logger.Level.ERROR, "SIGNALR-1005: the user id provider failed", unidentified);
            accepted.giveUp();
            refuse(handler.errors().handshakeFailed(unidentified));
            return;
        }
        accepted.greet().whenComplete((any, failure) -> {
            if (failure == null) {
                mailbox.open();
                return;
            }
            LOG.log(System.Logger.Level.ERROR, "SIGNALR-1006: the callback of a new connection failed", failure);
            end(new CloseMessage(handler.errors().connectionFailed(failure), false), failure);
        });
    }

    // ---- output

    private void reply(CompletionMessage completion) {
        ConnectedClient known = client;
        if (known == null) {
            return;
        }
        if (!mailbox.hasWaiting()) {
            known.hub().write(completion);
            return;
        }
        known.hub().hold(completion);
        if (flushRequested.compareAndSet(false, true)) {
            handler.threads().lateFlush().request(this::flushHeld);
        }
    }

    private void flushHeld() {
        // Before flushing: what is held from here on asks for a flush of its own.
        flushRequested.set(false);
        connection.flush();
    }

    // ---- the end

    private void end(CloseMessage message, @Nullable Throwable cause) {
        farewell = message;
        connection.endInput(cause);
    }

    @Override
    public void ended(@Nullable Throwable cause) {
        ended = true;
        mailbox.close();
        ConnectedClient known = client;
        if (known == null) {
            connection.close(CloseStatus.NORMAL);
            return;
        }
        Throwable reason = cause;
        if (reason == null && farewell == null && midMessage && !known.hub().isAbortRequested()) {
            reason = HubProtocolException.invalidData("Connection terminated while reading a message.");
        }
        known.sayGoodbye(farewell(known, reason));
        connection.close(CloseStatus.NORMAL);
        known.disconnect(reason);
    }

    private CloseMessage farewell(ConnectedClient known, @Nullable Throwable reason) {
        CloseMessage decided = farewell;
        if (decided != null) {
            return decided;
        }
        String error = reason == null ? null : handler.errors().connectionFailed(reason);
        return new CloseMessage(error, !known.hub().isAbortRequested());
    }

    @Override
    public void tick(long now) {
        ConnectedClient known = client;
        if (known == null) {
            if (now - opened > handler.settings().nanos(Options.HANDSHAKE_TIMEOUT)) {
                refuse("Handshake was canceled.");
            }
        } else if (known.isGreeted() && known.keepAlive().isClientLost(now)) {
            connection.endInput(HubProtocolException.canceled(
                    "Client hasn't sent a message/ping within the configured ClientTimeoutInterval."));
        }
    }
}
