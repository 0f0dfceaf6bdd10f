// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.ConnectionHandler;
import ee.signalr.Disconnection;
import ee.signalr.core.connection.ConnectionListener;
import ee.signalr.core.connection.ServingThread;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.dispatch.ConnectionHandlerActivation;
import ee.signalr.core.transport.CloseStatus;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One client of a connection handler from its start to its end. Every callback goes through the mailbox, which has one permit: so
 * they run in order and one at a time, the last one included. Input comes from one thread at a time; ends may come from others
 * meanwhile.
 */
final class RawSession implements ConnectionListener, Mailbox.Owner {

    private static final System.Logger LOG = System.getLogger(RawSession.class.getName());

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    /** What a piece of input costs besides its bytes, so that many small ones are bounded too. */
    private static final int OVERHEAD = 64;

    /** A callback of the application. */
    @FunctionalInterface
    private interface Callback {

        CompletionStage<?> call(ConnectionHandler handler) throws Exception;
    }

    private final RawConnectionHandler handler;
    private final TransportConnection connection;
    private final RawConnection context;
    private final Executor executor;
    private final Mailbox mailbox;

    /** Whether the callback of the new connection has succeeded. Written and read in turns of the mailbox. */
    private volatile boolean connected;
    /** Whether what the client has sent is of no interest any more. */
    private volatile boolean dropping;

    private volatile boolean failed;
    private volatile @Nullable Throwable cause;

    RawSession(RawConnectionHandler handler, TransportConnection connection, RawConnection context, Executor executor) {
        this.handler = handler;
        this.connection = connection;
        this.context = context;
        this.executor = executor;
        this.mailbox = new Mailbox(this::execute, 1, this);
    }

    /** Tells the application of the new connection. */
    void begin() {
        mailbox.add(this::connect);
        mailbox.open();
    }

    private CompletableFuture<Void> connect() {
        if (dropping) {
            return DONE;
        }
        return call(application -> application.onConnected(context)).handle((any, failure) -> {
            connected = failure == null;
            if (failure != null) {
                fail("SIGNALR-1100: the callback of a new connection failed", failure);
            }
            return null;
        });
    }

    // ---- input

    @Override
    public void received(byte[] bytes) {
        int size = bytes.length + OVERHEAD;
        connection.waitingInput().reserve(size);
        mailbox.add(() -> receive(bytes, size));
        mailbox.wake();
    }

    private CompletableFuture<Void> receive(byte[] bytes, int size) {
        if (dropping) {
            connection.waitingInput().release(size);
            return DONE;
        }
        return call(application -> application.onReceived(context, bytes)).handle((any, failure) -> {
            if (failure != null) {
                fail("SIGNALR-1101: received bytes could not be handled", failure);
            }
            connection.waitingInput().release(size);
            return null;
        });
    }

    private void fail(String message, Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, message + " on " + connection, failure);
        // Before the end is told: it decides by them.
        failed = true;
        dropping = true;
        connection.endInput(failure);
    }

    // ---- the end

    @Override
    public void ended(@Nullable Throwable reason) {
        cause = reason;
        if (reason != null || context.isEndRequested()) {
            dropping = true;
        }
        try {
            connection.close(failed ? CloseStatus.ERROR : CloseStatus.NORMAL);
        } finally {
            // Not in turn: the callback that runs may be waiting for this very signal.
            execute(context::markAborted);
            mailbox.add(this::disconnect);
            mailbox.wake();
        }
    }

    private CompletableFuture<Void> disconnect() {
        // What was being received while the end came may still arrive behind this.
        dropping = true;
        CompletableFuture<Void> told = connected
                ? call(application ->
                        application.onDisconnected(context, new Disconnection(Optional.ofNullable(cause))))
                : DONE;
        return told.handle((any, failure) -> {
            if (failure != null) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "SIGNALR-1102: the callback of an ended connection failed on " + connection,
                        failure);
            }
            handler.ended(context);
            return null;
        });
    }

    @Override
    public void tick(long now) {
        // No handshake and no pings; the limits of the connection itself are its own.
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
        // Nothing is held back.
    }

    @Override
    public void refused(Throwable reason) {
        LOG.log(System.Logger.Level.ERROR, "SIGNALR-1103: a callback of " + connection + " was not started", reason);
        connection.endInput(reason);
    }

    /** Runs a task on the executor, or here when that takes none: what has begun must end, of which that is what is left. */
    private void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RuntimeException | Error refused) {
            LOG.log(System.Logger.Level.DEBUG, "No thread for " + connection, refused);
            dropping = true;
            connection.endInput(refused);
            task.run();
        }
    }

    /** Runs a callback with its contexts. The outcome is the application's own failure, not one that wraps it. */
    private CompletableFuture<Void> call(Callback callback) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        try {
            stage(callback).whenComplete((any, failure) -> {
                if (failure == null) {
                    end.complete(null);
                } else {
                    end.completeExceptionally(unwrapped(failure));
                }
            });
        } catch (Throwable failure) {
            end.completeExceptionally(failure);
        }
        return end;
    }

    private CompletionStage<?> stage(Callback callback) throws Exception {
        ConnectionHandlerActivation activation = handler.activate(context);
        try {
            CompletionStage<?> stage = callback.call(activation.handler());
            if (stage == null) {
                throw new IllegalStateException("SIGNALR-1104: a callback returned null instead of a stage");
            }
            return stage;
        } finally {
            activation.leave();
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable inner = failure.getCause();
        return failure instanceof CompletionException && inner != null ? inner : failure;
    }
}
