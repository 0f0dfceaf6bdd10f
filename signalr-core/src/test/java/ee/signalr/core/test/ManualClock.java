// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that moves when it is told to. It overflows after a few seconds, as {@link System#nanoTime} may. Thread-safe. */
public final class ManualClock implements LongSupplier {

    private static final long SHORTLY_BEFORE_OVERFLOW =
            Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

    private final AtomicLong now = new AtomicLong(SHORTLY_BEFORE_OVERFLOW);

    @Override
    public long getAsLong() {
        return now.get();
    }

    public void advance(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
