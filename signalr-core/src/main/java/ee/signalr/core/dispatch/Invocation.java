// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.HubException;
import ee.signalr.core.hubconnection.CancellationSource;
import ee.signalr.core.protocol.CallMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.streaming.RunningCalls;
import ee.signalr.spi.CallRefusedException;
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
    }

    private boolean register(CancellationSource source) {
        String id = message.invocationId();
        if (id == null) {
            return origin.register(this, source);
        }
        // The id of a plain call is the client's business: if another call has it, that one is cancelled by it.
        return origin.register(id, source) || (!streams() && origin.register(this, source));
    }

    /** Whether it counts among the calls of a client that run at a time. As in the reference, streams do not. */
    public boolean needsPermit() {
        return !streams();
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

    /** Whether another call of the client runs under the same id. */
    boolean isDuplicate() {
        return duplicate;
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
