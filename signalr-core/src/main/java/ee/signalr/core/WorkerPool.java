// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import java.time.Duration;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes the pool that runs user code: a task goes to an idle thread, else to a new one, and waits only when there are as many
 * threads as allowed. A blocking hub method so never keeps others from starting, up to that number.
 */
final class WorkerPool {

    private static final Duration IDLE = Duration.ofSeconds(30);

    private WorkerPool() {}

    static ThreadPoolExecutor create(int maximumThreads, ThreadFactory threads) {
        HandOverQueue queue = new HandOverQueue();
        return new ThreadPoolExecutor(
                0, maximumThreads, IDLE.toMillis(), TimeUnit.MILLISECONDS, queue, threads, (task, pool) -> {
                    if (pool.isShutdown()) {
                        throw new RejectedExecutionException("The application has stopped");
                    }
                    queue.await(task);
                });
    }

    /** Takes an offered task only when a thread is waiting for one, so that otherwise the pool makes a new thread. */
    private static final class HandOverQueue extends LinkedTransferQueue<Runnable> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }

        /** Lets a task wait when no further thread may be made. */
        void await(Runnable task) {
            super.offer(task);
        }
    }
}
