// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered later: completes it once, whoever is first, and survives a container that has given it up already.
 * Has no time limit of the container's. Thread-safe.
 */
final class AsyncExchange implements AsyncListener {

    private static final System.Logger LOG = System.getLogger(AsyncExchange.class.getName());

    /** How long the client may take to hear of the end. As long as the connections of an application that stops. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AtomicBoolean completed = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Duration patience;
    /** Null once completed: Liberty's threads keep the last exchange that they served, and must not keep its connection. */
    private volatile @Nullable Consumer<Throwable> whenBroken;

    /** Null once completed, and where nobody waits for a goodbye. */
    private volatile @Nullable Runnable whenTakenAway;

    private volatile @Nullable AsyncContext context;
    private volatile boolean endsAtErrors;

    /**
     * Makes an exchange that is not started.
     *
     * @param whenBroken told when the container reports an error; has to see to it that the exchange is completed
     */
    AsyncExchange(Consumer<Throwable> whenBroken) {
        this(whenBroken, null, Duration.ZERO);
    }

    /**
     * Makes an exchange that is not started and ends with a goodbye.
     *
     * @param whenBroken as above
     * @param whenTakenAway told when the container takes the application away; has the exchange completed soon, by another thread
     */
    AsyncExchange(Consumer<Throwable> whenBroken, Runnable whenTakenAway) {
        this(whenBroken, whenTakenAway, PATIENCE);
    }

    AsyncExchange(Consumer<Throwable> whenBroken, @Nullable Runnable whenTakenAway, Duration patience) {
        this.whenBroken = whenBroken;
        this.whenTakenAway = whenTakenAway;
        this.patience = patience;
    }

    /**
     * Makes the request asynchronous. Called once, by the thread of the request.
     *
     * @param endsAtErrors whether the exchange is over when the container has told of an error, which has to wait for who is writing
     */
    void start(HttpServletRequest request, boolean endsAtErrors) {
        this.endsAtErrors = endsAtErrors;
        start(request);
    }

    /** Makes the request asynchronous. Called once, by the thread of the request. */
    void start(HttpServletRequest request) {
        AsyncContext started = request.startAsync();
        started.setTimeout(0);
        started.addListener(this);
        context = started;
    }

    boolean isCompleted() {
        return completed.get();
    }

    /** Ends the exchange. Nothing of the response may be touched afterwards. */
    void complete() {
        AsyncContext started = context;
        if (started == null || !completed.compareAndSet(false, true)) {
            return;
        }
        try {
            started.complete();
        } catch (IllegalStateException gone) {
            // Tomcat completes by itself when the client has gone.
            LOG.log(System.Logger.Level.DEBUG, "The exchange has been completed already", gone);
        } finally {
            forget();
        }
    }

    private void forget() {
        whenBroken = null;
        whenTakenAway = null;
        done.countDown();
    }

    @Override
    public void onError(AsyncEvent event) {
        Throwable cause = event.getThrowable();
        Consumer<Throwable> told = whenBroken;
        if (told != null) {
            told.accept(cause == null ? new IllegalStateException("Asynchronous error") : cause);
        }
        if (endsAtErrors && !isCompleted()) {
            awaitCompletion();
            complete();
        }
    }

    /**
     * There is no time limit. Tomcat reports one all the same when it has begun to take the application away, once a second and
     * perhaps before the engine hears of it; and answers by itself what is not complete when this returns.
     */
    @Override
    public void onTimeout(AsyncEvent event) {
        Runnable told = whenTakenAway;
        if (told != null) {
            told.run();
            awaitCompletion();
        }
        if (!isCompleted()) {
            onError(event);
        }
    }

    private void awaitCompletion() {
        try {
            if (!done.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "The client has not heard of the end in time");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        completed.set(true);
        forget();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The request is started once.
    }
}
