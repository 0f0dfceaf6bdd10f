// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import ee.signalr.core.protocol.RawValue;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One stream that a client sends: the items that have come and that nobody has taken yet, and its end. Thread-safe; items are
 * taken by one thread at a time. Nothing foreign is called with the lock held.
 */
public final class Upload {

    /** What there is for whoever takes items. */
    enum State {
        ITEM,
        NOTHING_YET,
        ENDED
    }

    /** Binds an item; what it throws is what the stream fails with. */
    @FunctionalInterface
    public interface ItemReader {

        @Nullable
        Object read(RawValue item);
    }

    private final String id;
    private final UploadBudget budget;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Item> items = new ArrayDeque<>();
    private ItemReader reader = item -> {
        throw new IllegalStateException("Nobody has said what the items are");
    };
    private @Nullable Runnable listener;
    private @Nullable Throwable failure;
    private boolean ended;

    Upload(String id, UploadBudget budget) {
        this.id = id;
        this.budget = budget;
    }

    String id() {
        return id;
    }

    /** Says what the items are, before anybody takes one. */
    void readWith(ItemReader itemReader) {
        lock.lock();
        try {
            reader = itemReader;
        } finally {
            lock.unlock();
        }
    }

    // ---- from the client

    /** Adds an item, which is copied: the array it lies in may be much larger. Ignored after the end. */
    void add(RawValue value, int size) {
        Runnable told;
        lock.lock();
        try {
            if (ended) {
                return;
            }
            boolean counted = budget.take(items.size(), size);
            items.add(new Item(Arrays.copyOfRange(value.bytes(), value.start(), value.end()), size, counted));
            changed.signalAll();
            told = listener;
        } finally {
            lock.unlock();
        }
        tell(told);
    }

    /**
     * Ends the stream behind the items that have come; the first end counts.
     *
     * @param cause what it fails with; null when it is complete
     */
    void end(@Nullable Throwable cause) {
        Runnable told;
        lock.lock();
        try {
            if (ended) {
                return;
            }
            ended = true;
            failure = cause;
            changed.signalAll();
            told = listener;
        } finally {
            lock.unlock();
        }
        tell(told);
    }

    /** The call has ended: what still waits may be taken, but counts no more. */
    void release() {
        end(null);
        Item[] left;
        lock.lock();
        try {
            left = items.toArray(Item[]::new);
            items.clear();
            for (Item item : left) {
                items.add(item.free());
            }
        } finally {
            lock.unlock();
        }
        giveBack(left);
    }

    // ---- to the hub method

    /** Nobody wants items any more: those that wait are dropped, and others ignored. */
    void discard() {
        Item[] left;
        lock.lock();
        try {
            ended = true;
            failure = null;
            left = items.toArray(Item[]::new);
            items.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        giveBack(left);
    }

    /** Has an action run, on any thread and without blocking it, each time that something has come. */
    void listen(Runnable action) {
        lock.lock();
        try {
            listener = action;
        } finally {
            lock.unlock();
        }
    }

    State state() {
        lock.lock();
        try {
            if (!items.isEmpty()) {
                return State.ITEM;
            }
            return ended ? State.ENDED : State.NOTHING_YET;
        } finally {
            lock.unlock();
        }
    }

    /** What the stream failed with; null when it did not. */
    @Nullable
    Throwable failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for an item or the end.
     *
     * @return whether there is an item
     * @throws CancellationException when the thread is interrupted
     */
    boolean await() {
        lock.lock();
        try {
            while (items.isEmpty() && !ended) {
                changed.await();
            }
            return !items.isEmpty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("Interrupted while waiting for a stream item.");
            cancelled.initCause(interrupted);
            throw cancelled;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next item, of which there must be one. An item that cannot be bound ends the stream; what it fails with is
     * thrown.
     */
    @Nullable
    Object take() {
        Item item;
        ItemReader binding;
        lock.lock();
        try {
            item = items.remove();
            binding = reader;
        } finally {
            lock.unlock();
        }
        item.giveBackTo(budget);
        try {
            return binding.read(new RawValue(item.bytes, 0, item.bytes.length));
        } catch (RuntimeException | Error unbindable) {
            fail(unbindable);
            throw unbindable;
        }
    }

    private void fail(Throwable cause) {
        discard();
        lock.lock();
        try {
            failure = cause;
        } finally {
            lock.unlock();
        }
    }

    private void giveBack(Item[] left) {
        for (Item item : left) {
            item.giveBackTo(budget);
        }
    }

    private static void tell(@Nullable Runnable told) {
        if (told != null) {
            told.run();
        }
    }

    /** An item that waits. */
    private static final class Item {

        private final byte[] bytes;
        private final int size;
        private final boolean counted;

        Item(byte[] bytes, int size, boolean counted) {
            this.bytes = bytes;
            this.size = size;
            this.counted = counted;
        }

        /** The same item, which counts nowhere. */
        Item free() {
            return new Item(bytes, 0, false);
        }

        void giveBackTo(UploadBudget budget) {
            budget.giveBack(counted, size);
        }
    }
}
