// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import ee.signalr.HubException;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.StreamItemMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The streams that one client sends, by their ids. Thread-safe. */
public final class UploadStreams {

    private final UploadBudget budget;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Upload> open = new HashMap<>(4);
    private boolean closed;

    /**
     * Makes one without streams.
     *
     * @param connection where waiting items are counted
     * @param sparedItems how many items of each stream may wait without being counted
     * @param sparedBytes how large these may be for all streams together
     */
    public UploadStreams(TransportConnection connection, int sparedItems, long sparedBytes) {
        this.budget = new UploadBudget(connection, sparedItems, sparedBytes);
    }

    /**
     * Begins the streams of a call.
     *
     * @param ids their ids, in order
     * @return the streams in the same order; null, and nothing has begun, when an id is in use
     */
    public @Nullable List<Upload> open(List<String> ids) {
        List<Upload> opened = new ArrayList<>(ids.size());
        boolean late;
        lock.lock();
        try {
            for (String id : ids) {
                Upload upload = new Upload(id, budget);
                if (open.putIfAbsent(id, upload) != null) {
                    opened.forEach(begun -> open.remove(begun.id()));
                    return null;
                }
                opened.add(upload);
            }
            late = closed;
        } finally {
            lock.unlock();
        }
        if (late) {
            opened.forEach(upload -> upload.end(connectionClosed()));
        }
        return opened;
    }

    /** Takes an item; false when there is no such stream. */
    public boolean item(StreamItemMessage message, int size) {
        Upload upload = find(message.invocationId());
        if (upload == null || !(message.item() instanceof RawValue value)) {
            return false;
        }
        upload.add(value, size);
        return true;
    }

    /** Takes the end of a stream; false when there is no such stream. */
    public boolean complete(CompletionMessage message) {
        Upload upload;
        lock.lock();
        try {
            upload = open.remove(message.invocationId());
        } finally {
            lock.unlock();
        }
        if (upload == null) {
            return false;
        }
        String error = message.error();
        upload.end(error == null ? null : new HubException(error));
        return true;
    }

    private @Nullable Upload find(String id) {
        lock.lock();
        try {
            return open.get(id);
        } finally {
            lock.unlock();
        }
    }

    /** The call of a stream has ended: what still comes for it is ignored. */
    public void close(Upload upload) {
        lock.lock();
        try {
            open.remove(upload.id(), upload);
        } finally {
            lock.unlock();
        }
        upload.release();
    }

    /** Nothing comes any more: streams that are not complete fail, behind the items that have come. */
    public void disconnected() {
        List<Upload> incomplete;
        lock.lock();
        try {
            closed = true;
            incomplete = List.copyOf(open.values());
            open.clear();
        } finally {
            lock.unlock();
        }
        incomplete.forEach(upload -> upload.end(connectionClosed()));
    }

    /** As in the reference, where it is an OperationCanceledException. */
    private static CancellationException connectionClosed() {
        return new CancellationException("The underlying connection was closed.");
    }
}
