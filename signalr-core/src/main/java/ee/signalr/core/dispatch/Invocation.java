// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.HubException;
import ee.signalr.core.hubconnection.CancellationSource;
import ee.signalr.core.protocol.CallMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.streaming.RunningCalls;
import ee.signalr.core.streaming.StreamType;
import ee.signalr.core.streaming.Upload;
import ee.signalr.core.streaming.UploadViews;
import ee.signalr.spi.CallRefusedException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call of a client, from its arrival to its end. It can be cancelled from its arrival on. {@link #start} is called at most
 * once; a call that is never started belongs to a connection that has ended.
 */
public final class Invocation {

    private static final System.Logger LOG = System.getLogger(Invocation.class.getName());

    private final HubDispatcher dispatcher;
    private final CallOrigin origin;
    private final CallMessage message;
    private final boolean expectsStream;
    private final @Nullable HubMethod method;
    private final @Nullable CancellationSource cancellation;
    private final boolean duplicate;
    /** The streams that come with it; null when their ids are in use. */
    private final @Nullable List<Upload> uploads;

    private int streams;

    /**
     * Notes a call that has arrived.
     *
     * @param expectsStream whether the client expects a stream
     * @param method what it calls; null when there is no such method
     */
    Invocation(
            HubDispatcher dispatcher,
            CallOrigin origin,
            CallMessage message,
            boolean expectsStream,
            @Nullable HubMethod method) {
        this.dispatcher = dispatcher;
        this.origin = origin;
        this.message = message;
        this.expectsStream = expectsStream;
        this.method = method;
        boolean cancellable = method != null && (method.takesToken() || streams());
        this.cancellation = cancellable ? new CancellationSource() : null;
        this.duplicate = cancellation != null && !register(cancellation);
        this.uploads = openUploads();
    }

    private @Nullable List<Upload> openUploads() {
        List<String> ids = message.streamIds();
        if (method == null || ids == null || ids.isEmpty()) {
            return List.of();
        }
        return ids.size() == method.uploads().size() ? origin.open(ids) : List.of();
    }

    private boolean register(CancellationSource source) {
        String id = message.invocationId();
        if (id == null) {
            return origin.register(this, source);
        }
        // The id of a plain call is the client's business: if another call has it, that one is cancelled by it.
        return origin.register(id, source) || (!streams() && origin.register(this, source));
    }

    /** Whether it counts among the calls of a client that run at a time. As in the reference, calls with streams do not. */
    public boolean needsPermit() {
        return !streams() && (uploads == null || uploads.isEmpty());
    }

    /**
     * Runs it.
     *
     * @return completes, never exceptionally, when the call has ended; of a stream, when it has begun
     */
    public CompletableFuture<Void> start() {
        return dispatcher.start(this);
    }

    CallOrigin origin() {
        return origin;
    }

    CallMessage message() {
        return message;
    }

    String target() {
        return message.target();
    }

    /** What it calls; null when there is no such method. */
    @Nullable
    HubMethod method() {
        return method;
    }

    /** Whether the client expects a stream. */
    boolean expectsStream() {
        return expectsStream;
    }

    /** Whether the client expects a stream and the method gives one. */
    boolean streams() {
        return expectsStream && method != null && method.resultStream() != null;
    }

    /** Whether it is to be answered by a stream that nobody is waiting for any more. */
    boolean isUnwanted() {
        return cancellation != null && streams() && cancellation.isCancelled();
    }

    /** Whether another call of the client runs under the same id. */
    boolean isDuplicate() {
        return duplicate;
    }

    /** Whether a stream that comes with it has an id that another stream has. */
    boolean hasDuplicateStream() {
        return uploads == null;
    }

    /** The streams that come with it, as the method wants them. */
    List<Object> uploads() {
        HubMethod called = method;
        if (called == null || uploads == null || uploads.isEmpty()) {
            return List.of();
        }
        List<Object> views = new ArrayList<>(uploads.size());
        for (int i = 0; i < uploads.size(); i++) {
            StreamType type = called.uploads().get(i);
            Upload.ItemReader reader = item -> read(item, type.itemType());
            views.add(UploadViews.of(type, uploads.get(i), origin.output().executor(), reader));
        }
        return views;
    }

    private @Nullable Object read(RawValue item, Type type) {
        try {
            return origin.protocol().bind(item, type);
        } catch (RuntimeException | StackOverflowError mismatch) {
            throw new HubException(dispatcher.errors().itemUnbindable(mismatch), mismatch);
        }
    }

    /** The signal that the call is not wanted any more; null when nobody would listen to it. */
    @Nullable
    CancellationSource cancellation() {
        return cancellation;
    }

    /**
     * Counts the streams of the call against those that the client may have.
     *
     * @throws HubException when it has too many
     */
    void begin(int count) {
        RunningCalls calls = origin.calls();
        if (count > 0 && calls != null) {
            if (!calls.begin(count)) {
                throw new HubException("A client can have " + calls.maximumStreams() + " stream(s) at the same time.");
            }
            streams = count;
        }
    }

    /** The call has ended, but for telling the client. Called once. */
    void close() {
        if (uploads != null && !uploads.isEmpty()) {
            origin.close(uploads);
        }
        RunningCalls calls = origin.calls();
        if (calls == null) {
            return;
        }
        calls.end(streams);
        if (cancellation != null && !duplicate) {
            String id = message.invocationId();
            if (id != null) {
                calls.remove(id, cancellation);
            }
            calls.remove(this, cancellation);
        }
    }

    // ---- answers, unless the client wants none

    void result(@Nullable Object value) {
        close();
        String id = message.invocationId();
        if (id == null) {
            return;
        }
        try {
            origin.output().reply(CompletionMessage.withResult(id, value));
        } catch (RuntimeException | Error unwritable) {
            reply(describe(unwritable));
        }
    }

    void failed(Throwable failure) {
        error(describe(failure));
    }

    /** What the client reads of a failure, which is logged. */
    String describe(Throwable failure) {
        Throwable cause = ErrorMessages.unwrap(failure);
        boolean expected = cause instanceof HubException || cause instanceof CallRefusedException;
        System.Logger.Level level = expected ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR;
        LOG.log(level, "SIGNALR-1003: " + target() + " of " + dispatcher.hubName() + " failed", cause);
        return dispatcher.errors().invocationFailed(target(), cause);
    }

    void error(String text) {
        close();
        reply(text);
    }

    private void reply(String error) {
        String id = message.invocationId();
        if (id != null) {
            origin.output().reply(CompletionMessage.withError(id, error));
        }
    }
}
