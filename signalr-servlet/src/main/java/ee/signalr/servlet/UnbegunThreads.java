// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Managed threads that were made and have not begun. Jakarta Concurrency, as GlassFish, Payara and WildFly have it, notes each thread
 * that it makes, with the context of the application, until the thread has run. A pool that is shut down while it has a thread made
 * never starts that one, and the server would keep the application's class loader for good. So those that have not begun at the end
 * are started, to do nothing. Thread-safe.
 */
final class UnbegunThreads {

    private static final System.Logger LOG = System.getLogger(UnbegunThreads.class.getName());

    private final Map<Beginning, Thread> threads = new ConcurrentHashMap<>();
    private volatile boolean over;

    /** Has a thread made, or answers null: the factory makes none, or it is too late. */
    @Nullable
    Thread make(ThreadFactory factory, Runnable task) {
        Beginning beginning = new Beginning(task);
        Thread thread = over ? null : factory.newThread(beginning);
        if (thread == null) {
            return null;
        }
        threads.put(beginning, thread);
        if (over) {
            letGo(beginning);
            return null;
        }
        return thread;
    }

    /** Lets go of those that nobody starts any more, and makes no others; more than once does no harm. */
    void end() {
        over = true;
        List.copyOf(threads.keySet()).forEach(this::letGo);
    }

    private void letGo(Beginning beginning) {
        Thread thread = threads.remove(beginning);
        if (thread != null) {
            try {
                thread.start();
            } catch (IllegalThreadStateException started) {
                LOG.log(System.Logger.Level.DEBUG, "A thread has begun after all, without its task", started);
            }
        }
    }

    /** What a thread runs: its task, unless it has been let go. */
    private final class Beginning implements Runnable {

        private final Runnable task;

        Beginning(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (threads.remove(this) != null) {
                task.run();
            }
        }
    }
}
