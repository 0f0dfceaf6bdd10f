// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/**
 * A signal that work is no longer wanted. It fires at most once and stays fired. Thread-safe.
 */
public interface CancellationToken {

    /**
     * Whether the signal has fired.
     *
     * @return true from the moment at which it fired
     */
    boolean isCancelled();

    /**
     * Has an action run when the signal fires, or at once when it has fired already. Actions run once each, in no
     * defined order, on the thread that fires the signal (or on the calling thread), so they must be short and must not
     * block. What an action throws is logged.
     *
     * @param action what to run
     * @return a registration; closing it before the signal fires withdraws the action, later it does nothing
     */
    Registration onCancel(Runnable action);

    /** An action that waits for the signal. Thread-safe. */
    interface Registration extends AutoCloseable {

        /** Withdraws the action, unless it has run or is running. Idempotent. */
        @Override
        void close();
    }
}
