// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import org.jspecify.annotations.Nullable;

/**
 * The counted messages that have been handed to a carrier and that the client has not confirmed, for one that may come back.
 * Counted messages have the numbers 1, 2, … in the order in which they are handed on for the first time. Confined to the lock of
 * the queue.
 *
 * <p>What is sent again is kept, though it no longer counts as waiting for the client, until the client confirms something newer:
 * a confirmation that arrives meanwhile may be about the carrier before, and if this one is cut too, the client must not be told a
 * number beyond those that it has counted on it.
 */
final class Unconfirmed {

    private final long roomLimit;
    private @Nullable Waiting first;
    private @Nullable Waiting last;
    /** The number of the first message that is kept, or would be. */
    private long base = 1;
    /** The number of the message that is handed on next, perhaps once more. */
    private long next = 1;
    /** The highest number that was ever handed on. */
    private long highest;
    /** The highest number that was handed to a carrier before this one. */
    private long sentAgain;
    /** The number up to which the client has confirmed. */
    private long confirmed;
    /** The size of what is kept and not confirmed. */
    private long bytes;

    /**
     * Makes an empty list.
     *
     * @param roomLimit up to how many bytes a sender need not wait
     */
    Unconfirmed(long roomLimit) {
        this.roomLimit = roomLimit;
    }

    long roomLimit() {
        return roomLimit;
    }

    long bytes() {
        return bytes;
    }

    /** A counted message is handed to the carrier. */
    void handOn(Waiting node) {
        node.followedBy(null);
        if (last == null) {
            first = node;
        } else {
            last.followedBy(node);
        }
        last = node;
        if (next > confirmed) {
            bytes += node.size();
        }
        highest = Math.max(highest, next);
        next++;
    }

    /** The client has all messages up to a number; one that was never sent stands for all that were. */
    void confirm(long number) {
        long known = Math.min(number, highest);
        if (known <= confirmed) {
            return;
        }
        boolean drop = known > sentAgain;
        long position = base;
        for (Waiting node = first; node != null && position <= known; node = node.next()) {
            if (position > confirmed) {
                bytes -= node.size();
            }
            if (drop) {
                first = node.next();
            }
            position++;
        }
        if (first == null) {
            last = null;
        }
        if (drop) {
            base = known + 1;
        }
        confirmed = known;
    }

    /**
     * Gives what is to be sent again, and begins anew with its number.
     *
     * @return the first node; null when there is nothing
     */
    @Nullable
    Waiting rewind() {
        Waiting start = first;
        clear();
        next = base;
        sentAgain = highest;
        return start;
    }

    /** The number of the message that is handed on next. */
    long nextNumber() {
        return next;
    }

    void clear() {
        first = null;
        last = null;
        bytes = 0;
    }
}
