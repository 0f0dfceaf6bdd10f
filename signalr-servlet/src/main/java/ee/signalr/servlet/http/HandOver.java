// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import java.util.concurrent.atomic.AtomicBoolean;

/** Makes sure that an action is run by one thread: by the one that is told, unless the one that waits has not left yet. Thread-safe. */
final class HandOver implements Runnable {

    private final Runnable action;
    private final AtomicBoolean met = new AtomicBoolean();

    HandOver(Runnable action) {
        this.action = action;
    }

    /** It is time for the action. */
    @Override
    public void run() {
        if (!met.compareAndSet(false, true)) {
            action.run();
        }
    }

    /** Whether it is time already; otherwise the action will be run by another thread. */
    boolean isDue() {
        return !met.compareAndSet(false, true);
    }
}
