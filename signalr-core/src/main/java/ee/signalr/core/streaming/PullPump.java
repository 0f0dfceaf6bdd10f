// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import ee.signalr.core.connection.TransportConnection;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is pulled from a stream, an iterable or an iterator. It pulls on the executor, a few items at a time, and only
 * while the client's queue has room: a thread may wait for an item but never for the client. Thread-safe.
 */
final class PullPump implements StreamPump {

    private static final System.Logger LOG = System.getLogger(PullPump.class.getName());

    /** After so many items a stream lets others have the thread. */
    private static final int FAIR_SHARE = 64;

    private final PulledItems items;
    private final StreamOutlet outlet;
    private final StreamEnd end;
    private final SynchronousPart context;
    private final ReentrantLock lock = new ReentrantLock();
    /** Whether a thread is at the items. */
    private boolean busy;

    private boolean stopped;
    private boolean released;

    PullPump(PulledItems items, StreamOutlet outlet, StreamEnd end, SynchronousPart context) {
        this.items = items;
        this.outlet = outlet;
        this.end = end;
        this.context = context;
    }

    @Override
    public void start() {
        // On a thread of its own: whoever starts calls must not wait for an item.
        goOn();
    }

    @Override
    public void discard() {
        cancel();
    }

    @Override
    public void cancel() {
        boolean alone;
        lock.lock();
        try {
            if (stopped) {
                return;
            }
            stopped = true;
            alone = !busy;
            busy = true;
        } finally {
            lock.unlock();
        }
        end.end(null);
        if (alone) {
            within(this::close);
            leave();
        } else {
            // A pull may be waiting for something that only closing brings about.
            close();
        }
    }

    /** Pulls a few items, and goes on later unless that was all. */
    private void pull() {
        if (!enter()) {
            return;
        }
        within(this::pullSome);
        if (!leave()) {
            goOn();
        }
    }

    /** Makes the calling thread the one at the items; false when the stream has been cancelled. */
    private boolean enter() {
        lock.lock();
        try {
            if (stopped) {
                return false;
            }
            busy = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The calling thread leaves the items alone; tells whether for good. */
    private boolean leave() {
        lock.lock();
        try {
            busy = false;
            if (!stopped || released) {
                return stopped;
            }
            released = true;
        } finally {
            lock.unlock();
        }
        end.release();
        return true;
    }

    private void within(Runnable action) {
        try {
            context.enter();
        } catch (Throwable failure) {
            stop(failure);
            close();
            return;
        }
        try {
            action.run();
        } finally {
            context.leave();
        }
    }

    private void pullSome() {
        try {
            for (int i = 0; i < FAIR_SHARE && outlet.room() == TransportConnection.ROOM; i++) {
                if (!items.hasNext()) {
                    stop(null);
                    close();
                    return;
                }
                if (!outlet.item(items.next())) {
                    return;
                }
                outlet.flushSoon();
            }
        } catch (Throwable failure) {
            stop(failure);
            close();
        }
    }

    private void goOn() {
        outlet.flush();
        CompletionStage<Void> room = outlet.room();
        if (room != TransportConnection.ROOM) {
            room.whenComplete((any, none) -> pull());
            return;
        }
        try {
            outlet.executor().execute(this::pull);
        } catch (RuntimeException | Error refused) {
            LOG.log(System.Logger.Level.DEBUG, "No thread for a stream", refused);
            cancel();
        }
    }

    private void stop(@Nullable Throwable failure) {
        lock.lock();
        try {
            if (stopped) {
                return;
            }
            stopped = true;
        } finally {
            lock.unlock();
        }
        end.end(failure);
    }

    private void close() {
        try {
            items.close();
        } catch (Throwable broken) {
            LOG.log(System.Logger.Level.WARNING, "SIGNALR-1051: a stream could not be closed", broken);
        }
    }
}
