// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import ee.signalr.core.connection.TransportConnection;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What items that wait may take of a connection's memory. The first few of each upload are spared, as long as those of all
 * uploads together are not too large; the others count as waiting input, so that reading pauses when there are too many.
 * Thread-safe.
 */
final class UploadBudget {

    private final TransportConnection connection;
    private final int sparedItems;
    private final long sparedBytes;
    private final AtomicLong spared = new AtomicLong();

    UploadBudget(TransportConnection connection, int sparedItems, long sparedBytes) {
        this.connection = connection;
        this.sparedItems = sparedItems;
        this.sparedBytes = sparedBytes;
    }

    /**
     * Counts an item that is going to wait.
     *
     * @param waiting how many of its upload wait already
     * @return whether it counts as waiting input
     */
    boolean take(int waiting, int size) {
        if (waiting < sparedItems && spared.addAndGet(size) <= sparedBytes) {
            return false;
        }
        if (waiting < sparedItems) {
            spared.addAndGet(-size);
        }
        connection.waitingInput().reserve(size);
        return true;
    }

    /** Takes back {@link #take}. May run what goes on reading: not to be called with a lock held. */
    void giveBack(boolean counted, int size) {
        if (counted) {
            connection.waitingInput().release(size);
        } else {
            spared.addAndGet(-size);
        }
    }
}
