// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a hub method gave to be pulled: a stream, an iterable or an iterator. Pulled by one thread at a time; may be closed by any
 * thread, also during a pull.
 */
final class PulledItems {

    private final Object source;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Iterator<?> iterator;

    PulledItems(Object source) {
        this.source = source;
    }

    /** Whether there is another item; may block. */
    boolean hasNext() {
        Iterator<?> items = iterator;
        if (items == null) {
            items = open();
            iterator = items;
        }
        return items.hasNext();
    }

    @Nullable
    Object next() {
        return Objects.requireNonNullElse(iterator, Collections.emptyIterator()).next();
    }

    private Iterator<?> open() {
        if (source instanceof Stream<?> stream) {
            return stream.iterator();
        }
        return source instanceof Iterable<?> iterable ? iterable.iterator() : (Iterator<?>) source;
    }

    /** Closes what can be closed: a stream, and whatever is {@link AutoCloseable}. Idempotent. */
    void close() throws Exception {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (source instanceof AutoCloseable closeable) {
            closeable.close();
        }
        if (iterator instanceof AutoCloseable closeable && iterator != source) {
            closeable.close();
        }
    }
}
