// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the calling thread allocates, counted by the virtual machine itself. */
final class Allocation {

    private static final int WARM_UP = 30_000;
    private static final int ROUNDS = 7;
    private static final int CALLS = 2_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** Bytes per run of the action, after a warm-up: the least of several rounds, because compilers disturb single ones. */
    static double perRun(Runnable action) {
        repeat(action, WARM_UP);
        long self = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getThreadAllocatedBytes(self);
            repeat(action, CALLS);
            least = Math.min(least, THREADS.getThreadAllocatedBytes(self) - before);
        }
        return (double) least / CALLS;
    }

    /** How often an action runs in {@link #perRun}. */
    static int runs() {
        return WARM_UP + ROUNDS * CALLS;
    }

    private static void repeat(Runnable action, int times) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }
}
