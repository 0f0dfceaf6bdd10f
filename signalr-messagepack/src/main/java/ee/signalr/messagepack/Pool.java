// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few objects to be used again, each by one call at a time. Not bound to threads: a call inside a call gets another object, ever
 * new threads find those of earlier ones, and with the pool they are gone. Thread-safe, never blocks.
 */
final class Pool<T> {

    private static final int SIZE = 16;

    private final AtomicReferenceArray<@Nullable T> idle = new AtomicReferenceArray<>(SIZE);
    private final Supplier<T> factory;

    Pool(Supplier<T> factory) {
        this.factory = factory;
    }

    /** An idle object, or a new one when all are in use. */
    T take() {
        int first = first();
        for (int i = 0; i < SIZE; i++) {
            int slot = first + i & SIZE - 1;
            T found = idle.get(slot) == null ? null : idle.getAndSet(slot, null);
            if (found != null) {
                return found;
            }
        }
        return factory.get();
    }

    /** Gives an object back, which is dropped when enough are idle. */
    void give(T object) {
        int first = first();
        for (int i = 0; i < SIZE; i++) {
            if (idle.compareAndSet(first + i & SIZE - 1, null, object)) {
                return;
            }
        }
    }

    /** Threads start at different places, so that they seldom meet. */
    @SuppressWarnings("deprecation") // threadId() is newer than the oldest Java that is supported
    private static int first() {
        return (int) Thread.currentThread().getId();
    }
}
