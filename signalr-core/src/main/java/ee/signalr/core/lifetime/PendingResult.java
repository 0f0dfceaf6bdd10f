// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import ee.signalr.CancellationToken;
import ee.signalr.HubException;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.RawValue;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A result that a client owes. Thread-safe. Its stage is completed on the executor of the client's connection, because what
 * depends on the stage is user code, and so may be what binds the result.
 */
final class PendingResult {

    private static final System.Logger LOG = System.getLogger(PendingResult.class.getName());

    private final String id;
    private final HubConnection connection;
    private final Type type;
    private final long deadline;
    private final CompletableFuture<@Nullable Object> stage = new CompletableFuture<>();
    private volatile CancellationToken.@Nullable Registration ending;

    /**
     * Makes one.
     *
     * @param id the id of the call
     * @param connection who owes it
     * @param type to which it is bound
     * @param deadline until when, as {@link System#nanoTime}
     */
    PendingResult(String id, HubConnection connection, Type type, long deadline) {
        this.id = id;
        this.connection = connection;
        this.type = type;
        this.deadline = deadline;
    }

    String id() {
        return id;
    }

    HubConnection connection() {
        return connection;
    }

    CompletableFuture<@Nullable Object> stage() {
        return stage;
    }

    boolean isOverdue(long now) {
        return now - deadline > 0;
    }

    /** Notes what watches for the end of the connection. */
    void watch(CancellationToken.Registration registration) {
        ending = registration;
    }

    /** Watches for the end of the connection no more. */
    void unwatch() {
        CancellationToken.Registration registration = ending;
        if (registration != null) {
            registration.close();
        }
    }

    void fail(Throwable failure) {
        execute(() -> stage.completeExceptionally(failure));
    }

    /** Binds the answer and completes the stage; the bytes count as input of the client until then. */
    void answer(CompletionMessage answer) {
        int size = answer.result() instanceof RawValue raw ? raw.size() : 0;
        connection.transportConnection().waitingInput().reserve(size);
        execute(() -> {
            connection.transportConnection().waitingInput().release(size);
            complete(answer);
        });
    }

    private void complete(CompletionMessage answer) {
        String error = answer.error();
        if (error != null) {
            stage.completeExceptionally(new HubException(error));
        } else if (type == Void.class) {
            stage.complete(null);
        } else if (answer.result() instanceof RawValue result) {
            bind(result);
        } else {
            stage.completeExceptionally(new HubException("Client didn't provide a result."));
        }
    }

    private void bind(RawValue result) {
        HubProtocol protocol = connection.protocol();
        @Nullable Object value;
        try {
            value = protocol.bind(result, type);
        } catch (RuntimeException | StackOverflowError mismatch) {
            String text = "Error trying to deserialize result to " + nameOf(type) + ". " + mismatch.getMessage();
            stage.completeExceptionally(new HubException(text, mismatch));
            return;
        }
        stage.complete(value);
    }

    private static String nameOf(Type type) {
        return type instanceof Class<?> known ? known.getSimpleName() : type.getTypeName();
    }

    /** Runs a task on the executor, or here when that takes none: whoever waits must be told. */
    private void execute(Runnable task) {
        try {
            connection.executor().execute(task);
        } catch (RejectedExecutionException stopping) {
            LOG.log(System.Logger.Level.DEBUG, "No thread for the client result " + id, stopping);
            task.run();
        }
    }
}
