// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import ee.signalr.core.hubconnection.CancellationSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one client that it can cancel, from their arrival to their end, and how many of them stream. Thread-safe; fires no
 * signal itself.
 */
public final class RunningCalls {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, CancellationSource> calls = new HashMap<>(4);
    private final int maximumStreams;
    private int streams;

    /**
     * Makes one without calls.
     *
     * @param maximumStreams how many streams may run at a time, both directions together
     */
    public RunningCalls(int maximumStreams) {
        this.maximumStreams = maximumStreams;
    }

    /**
     * Notes a call that has arrived.
     *
     * @param key the invocation id, or something unique when the call has none
     * @return whether it is noted; false when another call has that key
     */
    public boolean add(Object key, CancellationSource cancellation) {
        lock.lock();
        try {
            return calls.putIfAbsent(key, cancellation) == null;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a call, if it is the one that is noted. */
    public void remove(Object key, CancellationSource cancellation) {
        lock.lock();
        try {
            calls.remove(key, cancellation);
        } finally {
            lock.unlock();
        }
    }

    /** The signal of a call; null when there is none with that id. */
    public @Nullable CancellationSource find(String invocationId) {
        lock.lock();
        try {
            return calls.get(invocationId);
        } finally {
            lock.unlock();
        }
    }

    /** The signals of all calls; an immutable list. */
    public List<CancellationSource> all() {
        lock.lock();
        try {
            return List.copyOf(new ArrayList<>(calls.values()));
        } finally {
            lock.unlock();
        }
    }

    /** Counts streams that begin; false, and without effect, when that would be too many. */
    public boolean begin(int count) {
        lock.lock();
        try {
            if (streams + count > maximumStreams) {
                return false;
            }
            streams += count;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes back {@link #begin}. */
    public void end(int count) {
        lock.lock();
        try {
            streams -= count;
        } finally {
            lock.unlock();
        }
    }

    /** How many streams may run at a time. */
    public int maximumStreams() {
        return maximumStreams;
    }
}
