// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.transport.OutboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The messages that wait to be sent to one client, in order, and, when that client may come back, those which it has not
 * confirmed. Confined to the lock of the queue.
 */
final class Backlog {

    private @Nullable Waiting first;
    private @Nullable Waiting last;
    private long bytes;
    private @Nullable Unconfirmed unconfirmed;

    /** Keeps counted messages from now on until they are confirmed. */
    void keepUnconfirmed(long roomLimit) {
        unconfirmed = new Unconfirmed(roomLimit);
    }

    boolean keepsUnconfirmed() {
        return unconfirmed != null;
    }

    boolean isEmpty() {
        return first == null;
    }

    /** The bytes that wait to be sent. */
    long bytes() {
        return bytes;
    }

    /** The bytes that have been sent and not confirmed. */
    long unconfirmedBytes() {
        return unconfirmed == null ? 0 : unconfirmed.bytes();
    }

    /** Whether the client confirms fast enough: what it has not confirmed is at most, or less than, the limit. */
    boolean isConfirmedEnough(boolean less) {
        if (unconfirmed == null) {
            return true;
        }
        long limit = less ? unconfirmed.roomLimit() - 1 : unconfirmed.roomLimit();
        return bytes + unconfirmed.bytes() <= limit;
    }

    void add(OutboundMessage message, boolean counted) {
        append(new Waiting(message, counted));
    }

    private void append(Waiting node) {
        if (last == null) {
            first = node;
        } else {
            last.followedBy(node);
        }
        last = node;
        bytes += node.size();
    }

    /** Takes what leaves next: as many messages as a frame holds, and at least one; null when nothing waits. */
    @Nullable
    OutboundMessage takeFrame(long maximumSize) {
        Waiting node = first;
        if (node == null) {
            return null;
        }
        boolean alone = node.next() == null;
        OutboundMessage message = take(node);
        return alone ? message : OutboundMessage.join(takeBatch(message, maximumSize));
    }

    private List<OutboundMessage> takeBatch(OutboundMessage start, long maximumSize) {
        List<OutboundMessage> batch = new ArrayList<>();
        batch.add(start);
        long size = start.size();
        for (Waiting node = first; node != null; node = first) {
            size += node.size();
            if (size > maximumSize) {
                return batch;
            }
            batch.add(take(node));
        }
        return batch;
    }

    private OutboundMessage take(Waiting node) {
        first = node.next();
        if (first == null) {
            last = null;
        }
        bytes -= node.size();
        if (unconfirmed != null && node.isCounted()) {
            unconfirmed.handOn(node);
        }
        return node.message();
    }

    /** The client has all messages up to a number. */
    void confirm(long number) {
        if (unconfirmed != null) {
            unconfirmed.confirm(number);
        }
    }

    /**
     * Goes back to the first message that is kept. Messages that are not counted are dropped: they were meant for
     * the old carrier.
     *
     * @param announcement the message that goes first, by the number of the one behind it
     */
    void rewind(LongFunction<OutboundMessage> announcement) {
        Unconfirmed kept = unconfirmed;
        if (kept == null) {
            throw new IllegalStateException("Nothing has been kept");
        }
        Waiting sent = kept.rewind();
        Waiting unsent = first;
        first = null;
        last = null;
        bytes = 0;
        append(new Waiting(announcement.apply(kept.nextNumber()), false));
        appendCounted(sent);
        appendCounted(unsent);
    }

    private void appendCounted(@Nullable Waiting start) {
        Waiting node = start;
        while (node != null) {
            Waiting following = node.next();
            if (node.isCounted()) {
                node.followedBy(null);
                append(node);
            }
            node = following;
        }
    }

    /** Drops everything. */
    void clear() {
        first = null;
        last = null;
        bytes = 0;
        if (unconfirmed != null) {
            unconfirmed.clear();
        }
    }
}
