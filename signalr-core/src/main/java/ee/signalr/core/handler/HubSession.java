// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.HubException;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.ConnectionListener;
import ee.signalr.core.connection.ServingThread;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.dispatch.Invocation;
import ee.signalr.core.protocol.AckMessage;
import ee.signalr.core.protocol.CallMessage;
import ee.signalr.core.protocol.CancelInvocationMessage;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HandshakeRequest;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InboundBuffer;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.SequenceMessage;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import ee.signalr.core.protocol.TextMessageFormat;
import ee.signalr.core.protocol.json.HandshakeProtocol;
import ee.signalr.core.transport.CloseStatus;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One client of a hub from its handshake to its end: cuts its bytes into messages, handles pings and closes at once, and puts
 * calls into the mailbox. Input comes from one thread at a time; ends and ticks may come from others meanwhile.
 */
final class HubSession implements ConnectionListener, Mailbox.Owner {

    private static final System.Logger LOG = System.getLogger(HubSession.class.getName());

    private final HubConnectionHandler handler;
    private final TransportConnection connection;
    private final InboundBuffer buffer = new InboundBuffer();
    private final Executor executor;
    private final Mailbox mailbox;
    private final long opened;

    private volatile @Nullable ConnectedClient client;
    private volatile @Nullable Ending ending;
    private volatile boolean ended;
    private volatile boolean midMessage;

    HubSession(HubConnectionHandler handler, TransportConnection connection) {
        this.handler = handler;
        this.connection = connection;
        this.executor = CallerExecutor.of(handler.threads().executor(), connection);
        this.mailbox = new Mailbox(executor, handler.settings().get(Options.MAXIMUM_PARALLEL_INVOCATIONS), this);
        this.opened = handler.threads().clock().getAsLong();
    }

    // ---- input

    @Override
    public void received(byte[] bytes) {
        ConnectedClient known = client;
        if (known != null) {
            known.keepAlive().receiving();
        }
        try {
            handleAll(bytes);
        } catch (HubProtocolException broken) {
            LOG.log(System.Logger.Level.DEBUG, "Bad input on " + connection, broken);
            endBecauseOf(broken);
        } finally {
            midMessage = ending == null && buffer.hasPartial();
            mailbox.wake();
            if (known != null) {
                known.keepAlive().received(handler.threads().clock().getAsLong());
            }
        }
    }

    private void handleAll(byte[] bytes) {
        if (ending != null) {
            return;
        }
        buffer.append(bytes);
        long maximum = handler.settings().get(Options.MAXIMUM_RECEIVE_MESSAGE_SIZE);
        while (!ended && ending == null) {
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
                if (message != null && isAccepted(known, message)) {
                    handle(known, message);
                }
            }
        }
    }

    private static boolean isAccepted(ConnectedClient known, HubMessage message) {
        StatefulReconnect reconnect = known.reconnect();
        return reconnect == null || reconnect.accepts(message);
    }

    private void endBecauseOf(HubProtocolException broken) {
        if (client == null) {
            // Too large, or of no known form: the reference tells no more than this.
            refuse("Handshake was canceled.");
        } else {
            endInTurn(new Ending(null, broken));
        }
    }

    private void handle(ConnectedClient known, HubMessage message) {
        switch (message.type()) {
            case INVOCATION -> call(known, (InvocationMessage) message, false);
            case STREAM_INVOCATION -> call(known, (StreamInvocationMessage) message, true);
            case CANCEL_INVOCATION -> cancel(known, (CancelInvocationMessage) message);
            case PING -> known.keepAlive().arm();
            case CLOSE -> closedByClient((CloseMessage) message);
            case COMPLETION -> complete(known, (CompletionMessage) message);
            case STREAM_ITEM -> item(known, (StreamItemMessage) message);
            case ACK, SEQUENCE -> reconnect(known, message);
        }
    }

    private void reconnect(ConnectedClient known, HubMessage message) {
        StatefulReconnect reconnect = known.reconnect();
        if (reconnect == null) {
            LOG.log(System.Logger.Level.DEBUG, "Unexpected {0} on {1}", message.type(), connection);
        } else if (message instanceof SequenceMessage sequence) {
            reconnect.goOnWith(sequence);
        } else if (message instanceof AckMessage ack) {
            reconnect.confirmed(ack);
        }
    }

    private void complete(ConnectedClient known, CompletionMessage completion) {
        // Streams and results share their ids; as in the reference, streams go first.
        if (!known.origin().complete(completion) && !handler.lifetime().setResult(known.hub(), completion)) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "Unexpected completion of {0} on {1}",
                    completion.invocationId(),
                    connection);
        }
    }

    private void call(ConnectedClient known, CallMessage message, boolean expectsStream) {
        if (known.callsTooOften()) {
            known.refuseAsTooOften(message);
            return;
        }
        int size = buffer.size();
        connection.waitingInput().reserve(size);
        Invocation invocation = handler.dispatcher().receive(known.origin(), message, expectsStream);
        mailbox.add(new QueuedCall(connection, size, invocation));
    }

    private void item(ConnectedClient known, StreamItemMessage message) {
        if (!known.origin().item(message, buffer.size())) {
            LOG.log(System.Logger.Level.DEBUG, "Item of an unknown stream on {0}", connection);
        }
    }

    private void cancel(ConnectedClient known, CancelInvocationMessage message) {
        if (!known.origin().cancel(message.invocationId())) {
            LOG.log(System.Logger.Level.DEBUG, "Nothing to cancel on {0}", connection);
        }
    }

    private void closedByClient(CloseMessage close) {
        String error = close.error();
        endInTurn(new Ending(new CloseMessage(null, false), error == null ? null : new HubException(error)));
    }

    @Override
    public void refreshed() {
        ConnectedClient known = client;
        if (known != null) {
            known.refreshed();
            mailbox.wake();
        }
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
        ConnectedClient accepted = new ConnectedClient(handler, connection, protocol, mailbox, executor);
        if (request.version() >= StatefulReconnect.HANDSHAKE_VERSION) {
            accepted.allowReconnect(buffer::discard);
        }
        client = accepted;
        try {
            executor.execute(() -> connect(accepted));
        } catch (RuntimeException | Error refused) {
            accepted.giveUp();
            throw refused;
        }
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
        } catch (RuntimeException | Error unidentified) {
            LOG.log(System.Logger.Level.ERROR, "SIGNALR-1005: the user id provider failed", unidentified);
            accepted.giveUp();
            refuse(handler.errors().handshakeFailed(unidentified));
            return;
        }
        accepted.greet().whenComplete((any, failure) -> connected(failure));
    }

    private void connected(@Nullable Throwable failure) {
        if (failure == null) {
            mailbox.open();
            return;
        }
        LOG.log(System.Logger.Level.ERROR, "SIGNALR-1006: the callback of a new connection failed", failure);
        mailbox.close();
        ending = new Ending(new CloseMessage(handler.errors().connectionFailed(failure), false), failure);
        connection.endInput(failure);
    }

    // ---- the mailbox

    @Override
    public void working() {
        ServingThread.enter(connection);
    }

    @Override
    public void resting() {
        ServingThread.leave();
    }

    @Override
    public void idle() {
        ConnectedClient known = client;
        if (known != null) {
            known.output().flush();
        }
    }

    @Override
    public void later(Runnable task) {
        handler.threads().lateFlush().request(task);
    }

    @Override
    public void refused(Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "SIGNALR-1021: no thread for the calls of " + connection, cause);
        connection.endInput(cause);
    }

    // ---- the end

    /**
     * How the connection is to end.
     *
     * @param farewell what the client is told; null when that follows from the cause
     * @param cause why; null when nothing failed
     */
    private record Ending(
            @Nullable CloseMessage farewell, @Nullable Throwable cause) {}

    /** Reads no more, and ends the connection when the calls that came before have been started. */
    private void endInTurn(Ending decided) {
        ending = decided;
        ConnectedClient known = client;
        if (known != null) {
            // First: a call that waits for its client would keep its thread, and the end waits for that.
            known.origin().inputEnded();
            known.origin().disconnected();
        }
        connection.settle();
        mailbox.finish().thenRun(() -> connection.endInput(decided.cause()));
    }

    @Override
    public void ended(@Nullable Throwable cause) {
        ended = true;
        ConnectedClient known = client;
        if (known == null) {
            connection.close(CloseStatus.FAREWELL);
            return;
        }
        if (cause != null || known.hub().isAbortRequested()) {
            mailbox.close();
        }
        known.origin().inputEnded();
        Throwable reason = reason(known, cause);
        try {
            known.sayGoodbye(farewell(known, reason));
            connection.close(CloseStatus.FAREWELL);
        } finally {
            known.disconnect(reason, mailbox.finish());
        }
    }

    private @Nullable Throwable reason(ConnectedClient known, @Nullable Throwable cause) {
        if (cause != null) {
            return cause;
        }
        Ending decided = ending;
        if (decided != null) {
            return decided.cause();
        }
        return midMessage && !known.hub().isAbortRequested()
                ? HubProtocolException.invalidData("Connection terminated while reading a message.")
                : null;
    }

    private CloseMessage farewell(ConnectedClient known, @Nullable Throwable reason) {
        Ending decided = ending;
        CloseMessage message = decided == null ? null : decided.farewell();
        if (message != null) {
            return message;
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
        } else if (known.isGreeted()) {
            StatefulReconnect reconnect = known.reconnect();
            if (reconnect != null) {
                reconnect.acknowledge();
            }
            if (known.keepAlive().isClientLost(now)) {
                connection.endInput(HubProtocolException.canceled(
                        "Client hasn't sent a message/ping within the configured ClientTimeoutInterval."));
            }
        }
    }
}
