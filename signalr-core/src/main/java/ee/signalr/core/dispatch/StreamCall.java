// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.HubException;
import ee.signalr.core.hubconnection.CancellationSource;
import ee.signalr.core.streaming.StreamEnd;
import ee.signalr.core.streaming.StreamKind;
import ee.signalr.core.streaming.StreamOutlet;
import ee.signalr.core.streaming.StreamPump;
import ee.signalr.core.streaming.StreamPumps;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A call that is answered by a stream: runs the method, then sends the items of what it gave. The hub is given back when the
 * stream has ended. Thread-safe: it can be cancelled at any time.
 */
final class StreamCall implements StreamEnd {

    private static final System.Logger LOG = System.getLogger(StreamCall.class.getName());

    private final Invocation invocation;
    private final ErrorMessages errors;
    private final StreamKind kind;
    private final CancellationSource cancellation;
    private final StreamOutlet outlet;
    private volatile @Nullable HubActivation activation;
    private volatile @Nullable StreamPump pump;

    /** Makes it; the id of the invocation must not be in use. */
    StreamCall(Invocation invocation, HubMethod method, ErrorMessages errors) {
        this.invocation = invocation;
        this.errors = errors;
        this.kind = Objects.requireNonNull(method.resultStream());
        this.cancellation = Objects.requireNonNull(invocation.cancellation());
        String id = Objects.requireNonNull(invocation.message().invocationId());
        this.outlet = new StreamOutlet(id, invocation.origin().output(), invocation::close);
    }

    /** Listens to the signal from now on; false when it has fired, and the method need not run. */
    boolean begin() {
        cancellation.onCancel(this::cancel);
        return !cancellation.isCancelled();
    }

    private void cancel() {
        StreamPump running = pump;
        if (running == null) {
            outlet.end(null);
        } else {
            running.cancel();
        }
    }

    /** The method has not given anything. */
    void failed(Throwable failure) {
        outlet.end(invocation.describe(failure));
    }

    /**
     * The method has returned.
     *
     * @param used gave the hub
     * @param result what it returned
     */
    void returned(HubActivation used, @Nullable Object result) {
        activation = used;
        if (result instanceof CompletionStage<?> stage) {
            stage.whenComplete((value, failure) -> later(value, failure));
        } else {
            open(result);
        }
    }

    /** On whatever thread completes a stage. */
    private void later(@Nullable Object value, @Nullable Throwable failure) {
        if (failure != null) {
            failed(failure);
            release();
            return;
        }
        try {
            invocation.origin().output().executor().execute(() -> open(value));
        } catch (RuntimeException | Error refused) {
            failed(refused);
            release();
        }
    }

    private void open(@Nullable Object value) {
        HubActivation used = activation;
        if (value == null || used == null) {
            outlet.end("The value returned by the streaming method '" + invocation.target()
                    + "' is not a ChannelReader<> or IAsyncEnumerable<>.");
            release();
            return;
        }
        StreamPump opened;
        try {
            opened = StreamPumps.of(kind, value, outlet, this, used);
        } catch (RuntimeException | Error unusable) {
            failed(unusable);
            release();
            return;
        }
        pump = opened;
        // After the pump is known: a signal that fires from here on finds it.
        if (cancellation.isCancelled()) {
            opened.discard();
        } else {
            opened.start();
        }
    }

    @Override
    public void end(@Nullable Throwable failure) {
        if (failure == null || outlet.hasEnded()) {
            outlet.end(null);
            return;
        }
        Throwable cause = ErrorMessages.unwrap(failure);
        System.Logger.Level level =
                cause instanceof HubException ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR;
        LOG.log(level, "SIGNALR-1052: the stream of " + invocation.target() + " failed", cause);
        outlet.end(errors.streamFailed(cause));
    }

    @Override
    public void release() {
        HubActivation used = activation;
        if (used != null) {
            used.release();
        }
    }
}
