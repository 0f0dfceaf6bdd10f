// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import ee.signalr.ClientGoneException;
import ee.signalr.HubException;
import ee.signalr.SignalRException;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InvocationMessage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The results that connected clients owe. Whatever ends the wait (an answer, the end of the connection, the time limit, the
 * asker) takes the entry out, and the one that does so completes the stage. Thread-safe.
 */
final class ClientResults {

    private final ConcurrentMap<String, PendingResult> pending = new ConcurrentHashMap<>();
    private final ConcurrentMap<HubConnection, Integer> owed = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final LongSupplier clock;

    /**
     * Makes an empty collection.
     *
     * @param clock nanoseconds, as {@link System#nanoTime}
     */
    ClientResults(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Asks a client.
     *
     * @throws ee.signalr.HubEncodingException when an argument cannot be written
     */
    CompletionStage<@Nullable Object> ask(HubConnection connection, ClientInvocation invocation) {
        Settings settings = connection.transportConnection().endpoint().settings();
        // With a letter, so that it is none of the ids that clients give to their streams.
        PendingResult result = new PendingResult(
                "s" + lastId.incrementAndGet(),
                connection,
                invocation.resultType(),
                clock.getAsLong() + timeout(settings, invocation.timeout()));
        int limit = settings.get(Options.MAXIMUM_PENDING_CLIENT_RESULTS);
        if (owed.merge(connection, 1, Integer::sum) > limit) {
            giveBack(connection);
            result.stage()
                    .completeExceptionally(new SignalRException("SIGNALR-1070: Connection '" + connection.connectionId()
                            + "' owes " + limit + " client results already."));
            return result.stage();
        }
        pending.put(result.id(), result);
        // After it can be found: an action on a signal that has been given runs at once.
        result.watch(connection.aborted().onCancel(() -> connectionEnded(result)));
        if (!pending.containsKey(result.id())) {
            // Whoever has taken it out meanwhile did not know yet what to withdraw.
            result.unwatch();
        }
        try {
            connection.write(
                    new InvocationMessage(Map.of(), result.id(), invocation.method(), invocation.arguments(), null));
        } catch (RuntimeException | Error unwritable) {
            take(result);
            throw unwritable;
        }
        result.stage().whenComplete((any, failure) -> take(result));
        return result.stage();
    }

    private static long timeout(Settings settings, @Nullable Duration own) {
        return own == null ? settings.nanos(Options.CLIENT_RESULT_TIMEOUT) : Settings.nanos(own);
    }

    /**
     * Takes an answer.
     *
     * @return whether anybody has asked for it
     * @throws HubProtocolException when another client was asked
     */
    boolean answer(HubConnection connection, CompletionMessage answer) {
        PendingResult result = pending.get(answer.invocationId());
        if (result == null) {
            return false;
        }
        if (result.connection() != connection) {
            throw HubProtocolException.invalidOperation("Connection ID '" + connection.connectionId()
                    + "' is not valid for invocation ID '" + answer.invocationId() + "'.");
        }
        if (take(result)) {
            result.answer(answer);
        }
        return true;
    }

    private void connectionEnded(PendingResult result) {
        if (take(result)) {
            result.fail(
                    new ClientGoneException("Connection '" + result.connection().connectionId() + "' disconnected."));
        }
    }

    /** Gives up what is overdue. */
    void sweep(long now) {
        for (PendingResult result : pending.values()) {
            if (result.isOverdue(now) && take(result)) {
                result.fail(new HubException(
                        "Invocation canceled by the server.",
                        new TimeoutException("The client has not answered " + result.id() + " in time")));
            }
        }
    }

    /** How many results are owed. */
    int size() {
        return pending.size();
    }

    /** Takes an entry out; false when another one has done so. */
    private boolean take(PendingResult result) {
        if (!pending.remove(result.id(), result)) {
            return false;
        }
        giveBack(result.connection());
        result.unwatch();
        return true;
    }

    private void giveBack(HubConnection connection) {
        owed.computeIfPresent(connection, (any, count) -> count == 1 ? null : count - 1);
    }
}
