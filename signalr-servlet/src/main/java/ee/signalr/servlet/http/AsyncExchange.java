// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered later: completes it once, whoever is first, and survives a container that has given it up already.
 * Has no time limit of the container's. Thread-safe.
 */
final class AsyncExchange implements AsyncListener {

    private static final System.Logger LOG = System.getLogger(AsyncExchange.class.getName());

    private final AtomicBoolean completed = new AtomicBoolean();
    /** Null once completed: Liberty's threads keep the last exchange that they served, and must not keep its connection. */
    private volatile @Nullable Consumer<Throwable> whenBroken;

    private volatile @Nullable AsyncContext context;

    /**
     * Makes an exchange that is not started.
     *
     * @param whenBroken told when the container reports an error; has to see to it that the exchange is completed
     */
    AsyncExchange(Consumer<Throwable> whenBroken) {
        this.whenBroken = whenBroken;
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
            whenBroken = null;
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        Throwable cause = event.getThrowable();
        Consumer<Throwable> told = whenBroken;
        if (told != null) {
            told.accept(cause == null ? new IllegalStateException("Asynchronous error") : cause);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        onError(event);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        completed.set(true);
        whenBroken = null;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The request is started once.
    }
}
