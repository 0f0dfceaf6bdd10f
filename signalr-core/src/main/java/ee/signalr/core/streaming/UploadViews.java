// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Gives uploads the types that hub methods declare. */
public final class UploadViews {

    private UploadViews() {}

    /**
     * An upload as a hub method wants it.
     *
     * @param type what the method declares
     * @param executor calls subscribers
     * @param reader binds the items
     */
    public static Object of(StreamType type, Upload upload, Executor executor, Upload.ItemReader reader) {
        upload.readWith(reader);
        return switch (type.kind()) {
            case FLOW_PUBLISHER -> new UploadPublisher(upload, executor);
            case REACTIVE_PUBLISHER -> ReactiveStreams.publisher(new UploadPublisher(upload, executor));
            case MULTI -> MutinyStreams.multi(new UploadPublisher(upload, executor));
            case ITERATOR -> new UploadIterator(upload);
            case ITERABLE -> iterable(upload);
            case STREAM -> stream(upload);
        };
    }

    private static Stream<@Nullable Object> stream(Upload upload) {
        Iterator<@Nullable Object> items = new UploadIterator(upload);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED), false)
                .onClose(upload::discard);
    }

    private static Iterable<@Nullable Object> iterable(Upload upload) {
        AtomicBoolean used = new AtomicBoolean();
        return () -> {
            if (!used.compareAndSet(false, true)) {
                throw new IllegalStateException("SIGNALR-1056: a stream of a client can be iterated over once");
            }
            return new UploadIterator(upload);
        };
    }
}
