// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import java.util.function.LongSupplier;

/**
 * How often a client may call: so many times per second on average, and as many at once when it has been silent for a second. For
 * one thread at a time.
 */
final class CallRate {

    private static final long SECOND = 1_000_000_000;

    private final long nanosPerCall;
    private final LongSupplier clock;
    /** The time saved up for calls. */
    private long saved = SECOND;

    private long last;

    /**
     * Makes one for a client that has not called yet.
     *
     * @param perSecond at least 1
     * @param clock nanoseconds, as {@link System#nanoTime}
     */
    CallRate(int perSecond, LongSupplier clock) {
        this.nanosPerCall = SECOND / perSecond;
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    /** Counts a call; false when it is one too many. */
    boolean admit() {
        long now = clock.getAsLong();
        saved = Math.min(SECOND, saved + (now - last));
        last = now;
        if (saved < nanosPerCall) {
            return false;
        }
        saved -= nanosPerCall;
        return true;
    }
}
