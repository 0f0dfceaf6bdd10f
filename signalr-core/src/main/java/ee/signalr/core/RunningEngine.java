// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.handler.HandlerThreads;
import ee.signalr.core.handler.LateFlush;
import ee.signalr.core.lifetime.HubLifetimeManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The threads and connections of an engine between its start and its stop. Thread-safe. */
final class RunningEngine {

    /** How long connections may take to end in order, and then user code, when the application stops. As in the reference. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration SWEEP = Duration.ofSeconds(1);

    /** How long the last sweep may be over before it is taken to have stopped for good. Thirty times as long as it should be. */
    private static final Duration SWEEP_OVERDUE = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(RunningEngine.class.getName());

    private final ConnectionManager connections;
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor timer;
    private final HandlerThreads threads;
    private volatile long lastSweep;

    RunningEngine(Settings settings, ThreadFactory factory, LongSupplier clock) {
        this.connections = new ConnectionManager(clock);
        this.workers = WorkerPool.create(settings.get(Options.MAXIMUM_THREADS), factory);
        this.timer = new ScheduledThreadPoolExecutor(1, factory);
        this.timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.threads = new HandlerThreads(workers, new LateFlush(timer), clock);
    }

    void startSweeping(List<HubLifetimeManager> lifetimes) {
        lastSweep = now();
        timer.scheduleWithFixedDelay(() -> sweep(lifetimes), SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep(List<HubLifetimeManager> lifetimes) {
        connections.sweep();
        for (HubLifetimeManager lifetime : lifetimes) {
            try {
                lifetime.sweep(now());
            } catch (RuntimeException | Error failure) {
                // A timer runs nothing again that has thrown once.
                LOG.log(System.Logger.Level.WARNING, "SIGNALR-1071: the sweep of client results failed", failure);
            }
        }
        // At the end, so that a sweep that hangs is noticed too.
        lastSweep = now();
    }

    /** Whether the sweep has ended once within the last while, as it does every second. */
    boolean sweeps() {
        return now() - lastSweep <= SWEEP_OVERDUE.toNanos();
    }

    private long now() {
        return threads.clock().getAsLong();
    }

    ConnectionManager connections() {
        return connections;
    }

    HandlerThreads threads() {
        return threads;
    }

    /** Ends all connections, then the threads. */
    void stop() {
        connections.stop(PATIENCE);
        timer.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
