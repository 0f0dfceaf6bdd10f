// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys on another server, fetched when a token needs them: at first, when they are old, and when a token names one that is not
 * among them. Never two fetches at a time, and never two within {@link #PAUSE}, whatever tokens say. Thread-safe; a caller waits for a
 * running fetch for {@link #TIMEOUT} at most, and never under a lock.
 */
final class RemoteKeys implements KeySource {

    /** Between two fetches. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** After which keys are fetched again. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** After which keys that cannot be fetched again are worth nothing. */
    static final Duration USABLE = Duration.ofHours(1);

    /** How long a fetch may take, and others wait for it. */
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(RemoteKeys.class.getName());

    private final KeyFetch fetch;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable FutureTask<State>> running = new AtomicReference<>();
    private final AtomicReference<@Nullable State> state = new AtomicReference<>();

    /**
     * Knows none yet.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    RemoteKeys(KeyFetch fetch, LongSupplier nanoTime) {
        this.fetch = fetch;
        this.nanoTime = nanoTime;
    }

    @Override
    public List<VerificationKey> candidates(@Nullable String id) {
        State known = state.get();
        if (known != null && known.age(nanoTime.getAsLong()) < FRESH.toNanos()) {
            List<VerificationKey> found = known.keys().candidates(id);
            if (!found.isEmpty()) {
                return found;
            }
        }
        State renewed = mayFetch(known) ? renewed() : known;
        return renewed == null
                ? List.of()
                : renewed.usable(nanoTime.getAsLong()).candidates(id);
    }

    private boolean mayFetch(@Nullable State known) {
        return known == null || nanoTime.getAsLong() - known.triedAt() >= PAUSE.toNanos();
    }

    /** What is known after a fetch, this thread's or that of another. */
    private @Nullable State renewed() {
        FutureTask<State> own = new FutureTask<>(this::fetched);
        FutureTask<State> other = running.compareAndExchange(null, own);
        if (other != null) {
            return outcome(other);
        }
        try {
            own.run();
            return outcome(own);
        } finally {
            running.set(null);
        }
    }

    private @Nullable State outcome(FutureTask<State> task) {
        try {
            return task.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            LOG.log(System.Logger.Level.DEBUG, "The keys of tokens are still being fetched", late);
        } catch (ExecutionException broken) {
            LOG.log(System.Logger.Level.WARNING, "SIGNALR-4002: the keys of tokens could not be looked at", broken);
        }
        return state.get();
    }

    /** Looks again first: another thread may have come before, since the question was asked. */
    private State fetched() {
        State known = state.get();
        if (known != null && !mayFetch(known)) {
            return known;
        }
        State next = next(known);
        state.set(next);
        return next;
    }

    private State next(@Nullable State known) {
        try {
            KeySet keys = fetch.get();
            long now = nanoTime.getAsLong();
            return new State(keys, now, now);
        } catch (IOException | RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "SIGNALR-4001: the keys of tokens could not be fetched", failure);
            long now = nanoTime.getAsLong();
            return known == null ? new State(KeySet.EMPTY, now, now) : new State(known.keys(), known.gotAt(), now);
        }
    }

    /**
     * What is known. Immutable.
     *
     * @param keys the last that came
     * @param gotAt when they came
     * @param triedAt when the last fetch ended
     */
    private record State(KeySet keys, long gotAt, long triedAt) {

        long age(long now) {
            return now - gotAt;
        }

        KeySet usable(long now) {
            return age(now) < USABLE.toNanos() ? keys : KeySet.EMPTY;
        }
    }
}
