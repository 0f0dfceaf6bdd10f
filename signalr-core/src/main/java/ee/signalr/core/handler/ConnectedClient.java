// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.core.clients.DefaultHubCallerClients;
import ee.signalr.core.clients.ResultGate;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.dispatch.CallOrigin;
import ee.signalr.core.dispatch.HubCaller;
import ee.signalr.core.hubconnection.CallerSnapshot;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.CallMessage;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.json.HandshakeProtocol;
import ee.signalr.core.streaming.UploadStreams;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A client whose handshake has been accepted: greets it, says goodbye, and runs the callbacks in between. Thread-safe. */
final class ConnectedClient implements ResultGate {

    private static final System.Logger LOG = System.getLogger(ConnectedClient.class.getName());

    private final HubConnectionHandler handler;
    private final Mailbox mailbox;
    private final HubConnection hub;
    private volatile HubCaller caller;
    private final SessionOutput output;
    private final CallOrigin origin;
    private final KeepAlive keepAlive;
    /** Null when the client may call as often as it likes. */
    private final @Nullable CallRate callRate;
    /** Completes with whether the callback of the new connection succeeded; what comes at the end waits for it. */
    private final CompletableFuture<Boolean> connected = new CompletableFuture<>();

    private volatile boolean greeted;
    private volatile @Nullable StatefulReconnect reconnect;

    ConnectedClient(
            HubConnectionHandler handler,
            TransportConnection connection,
            HubProtocol protocol,
            Mailbox mailbox,
            Executor executor) {
        this.handler = handler;
        this.mailbox = mailbox;
        this.hub = new HubConnection(connection, protocol, executor);
        HubCaller every = new HubCaller(hub, new DefaultHubCallerClients(handler.lifetime(), connection.id(), this));
        // Where the client may refresh its authentication, calls that run meanwhile keep seeing what was before.
        this.caller = handler.settings().get(Options.ENABLE_AUTHENTICATION_REFRESH)
                ? every.seeing(CallerSnapshot.of(hub))
                : every;
        this.output = new SessionOutput(hub, mailbox, handler.threads().lateFlush());
        this.origin = new CallOrigin(
                caller, protocol, output, handler.settings().get(Options.MAXIMUM_CONCURRENT_STREAMS), this::newUploads);
        int rate = handler.settings().get(Options.MAXIMUM_INVOCATIONS_PER_SECOND);
        this.callRate = rate == 0 ? null : new CallRate(rate, handler.threads().clock());
        this.keepAlive =
                new KeepAlive(hub, handler.settings(), handler.threads().clock().getAsLong());
    }

    private UploadStreams newUploads() {
        return new UploadStreams(
                hub.transportConnection(),
                handler.settings().get(Options.STREAM_BUFFER_CAPACITY),
                handler.settings().get(Options.APPLICATION_MAX_BUFFER_SIZE));
    }

    HubConnection hub() {
        return hub;
    }

    /** Where its calls come from. */
    CallOrigin origin() {
        return origin;
    }

    /** The way to it for what its calls produce. */
    SessionOutput output() {
        return output;
    }

    KeepAlive keepAlive() {
        return keepAlive;
    }

    /** Counts a call, and tells whether it is one too many. Called as calls arrive. */
    boolean callsTooOften() {
        return callRate != null && !callRate.admit();
    }

    /** Answers a call that is one too many, if it wants an answer. */
    void refuseAsTooOften(CallMessage call) {
        hub.transportConnection().crossed(Options.MAXIMUM_INVOCATIONS_PER_SECOND);
        String id = call.invocationId();
        if (id != null) {
            output.reply(CompletionMessage.withError(
                    id, "Failed to invoke '" + call.target() + "' because the client calls too often"));
        }
    }

    /** The client has refreshed its authentication: calls from now on see that, and the hub is told in its turn. */
    void refreshed() {
        HubCaller renewed = caller.seeing(CallerSnapshot.of(hub));
        caller = renewed;
        origin.callsComeFrom(renewed);
        mailbox.add(() -> tellRefreshed(renewed));
    }

    private CompletableFuture<Void> tellRefreshed(HubCaller renewed) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        handler.dispatcher().refreshed(renewed).whenComplete((any, failure) -> {
            if (failure != null) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "SIGNALR-1110: the callback of a refreshed authentication failed on " + hub,
                        failure);
            }
            end.complete(null);
        });
        return end;
    }

    /** Lets the client come back when its carrier is lost, if it has asked for that and may. */
    void allowReconnect(Runnable discardPartialInput) {
        StatefulReconnect made = new StatefulReconnect(hub, discardPartialInput);
        if (hub.transportConnection().allowResume(made)) {
            reconnect = made;
        }
    }

    /** What lets the client come back; null when it may not. */
    @Nullable
    StatefulReconnect reconnect() {
        return reconnect;
    }

    /** Whether the handshake has been answered. */
    boolean isGreeted() {
        return greeted;
    }

    @Override
    public void check() {
        if (!connected.isDone()) {
            throw new IllegalStateException("Client results inside OnConnectedAsync Hub methods are not allowed.");
        }
    }

    @Override
    public Runnable enter() {
        return mailbox.lend();
    }

    /** Asks whose connection it is. */
    void identify() {
        hub.identify(handler.userIds().userId(hub));
    }

    /** Nothing of the connection has begun that would have to end. */
    void giveUp() {
        connected.cancel(false);
    }

    /** Answers the handshake and runs the callback of the new connection; fails when the callback does. */
    CompletionStage<Void> greet() {
        CompletionStage<Void> served;
        try {
            hub.transportConnection()
                    .send(HandshakeProtocol.success(hub.protocol().transferFormat()));
            greeted = true;
            served = handler.lifetime()
                    .connected(hub)
                    .thenCompose(any -> handler.dispatcher().connected(caller));
        } catch (RuntimeException | Error failure) {
            served = CompletableFuture.failedStage(failure);
        }
        return served.whenComplete((any, failure) -> connected.complete(failure == null));
    }

    /** Tells the client that the connection ends, if it has been greeted. */
    void sayGoodbye(CloseMessage message) {
        if (greeted) {
            hub.write(message);
        }
    }

    /**
     * Runs what comes at the end, after what came at the beginning.
     *
     * @param reason why; null when nothing failed
     * @param calls completes when the calls that came before the end have started
     */
    void disconnect(@Nullable Throwable reason, CompletionStage<Void> calls) {
        execute(() -> {
            // Before waiting: a call, or the callback of the new connection, may be waiting for this very signal.
            hub.markAborted();
            origin.disconnected();
            connected
                    .thenCombine(calls, (succeeded, any) -> succeeded)
                    .thenAccept(succeeded -> execute(() -> cleanUp(succeeded, reason)));
        });
    }

    /** Runs a task on the executor, or here when that takes none: what has begun must end. */
    private void execute(Runnable task) {
        try {
            hub.executor().execute(task);
        } catch (RuntimeException | Error refused) {
            LOG.log(System.Logger.Level.DEBUG, "No thread for the end of " + hub, refused);
            task.run();
        }
    }

    private void cleanUp(boolean succeeded, @Nullable Throwable reason) {
        CompletionStage<Void> callback =
                succeeded ? handler.dispatcher().disconnected(caller, reason) : CompletableFuture.completedStage(null);
        callback.whenComplete((any, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.ERROR, "SIGNALR-1007: the callback of an ended connection failed", failure);
            }
            leave();
        });
    }

    private void leave() {
        try {
            handler.lifetime().disconnected(hub).whenComplete((any, failure) -> {
                if (failure != null) {
                    LOG.log(
                            System.Logger.Level.ERROR,
                            "SIGNALR-1008: " + hub + " is not signed off everywhere",
                            failure);
                }
            });
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "SIGNALR-1008: " + hub + " is not signed off", failure);
        } finally {
            handler.dispatcher().ended(caller);
        }
    }
}
