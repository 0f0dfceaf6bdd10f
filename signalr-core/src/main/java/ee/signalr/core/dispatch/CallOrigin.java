// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.core.hubconnection.CancellationSource;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.StreamItemMessage;
import ee.signalr.core.streaming.ClientOutput;
import ee.signalr.core.streaming.RunningCalls;
import ee.signalr.core.streaming.Upload;
import ee.signalr.core.streaming.UploadStreams;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where calls of one client come from and where what they produce goes. Thread-safe, except that calls arrive one at a time.
 */
public final class CallOrigin {

    private static final System.Logger LOG = System.getLogger(CallOrigin.class.getName());

    private volatile HubCaller caller;
    private final HubProtocol protocol;
    private final ClientOutput output;
    private final int maximumStreams;
    private final Supplier<UploadStreams> newUploads;
    /** Made with the first call that needs it: most clients never stream. */
    private volatile @Nullable RunningCalls calls;

    private volatile @Nullable UploadStreams uploads;

    private volatile boolean inputEnded;
    private volatile boolean ended;

    /**
     * Makes the origin of a client without calls.
     *
     * @param protocol what the client speaks
     * @param maximumStreams how many streams it may have at a time
     * @param newUploads makes what keeps the streams that it sends
     */
    public CallOrigin(
            HubCaller caller,
            HubProtocol protocol,
            ClientOutput output,
            int maximumStreams,
            Supplier<UploadStreams> newUploads) {
        this.caller = caller;
        this.protocol = protocol;
        this.output = output;
        this.maximumStreams = maximumStreams;
        this.newUploads = newUploads;
    }

    /** Who calls; never null. */
    public HubCaller caller() {
        return caller;
    }

    /** Who makes the calls that arrive from now on. */
    public void callsComeFrom(HubCaller renewed) {
        caller = renewed;
    }

    HubProtocol protocol() {
        return protocol;
    }

    ClientOutput output() {
        return output;
    }

    /** Notes a call that can be cancelled; false when there is one with that key. Called as calls arrive. */
    boolean register(Object key, CancellationSource cancellation) {
        boolean added = prepareCalls().add(key, cancellation);
        if (added && ended) {
            // Whoever told the end may have looked before the call was there.
            fire(cancellation);
        }
        return added;
    }

    private RunningCalls prepareCalls() {
        RunningCalls known = calls;
        if (known == null) {
            known = new RunningCalls(maximumStreams);
            calls = known;
        }
        return known;
    }

    /** Begins the streams that come with a call; null when an id is in use. Called as calls arrive. */
    @Nullable
    List<Upload> open(List<String> streamIds) {
        prepareCalls();
        UploadStreams known = uploads;
        if (known == null) {
            known = newUploads.get();
            uploads = known;
            if (inputEnded) {
                // Whoever told the end may have looked before.
                known.disconnected();
            }
        }
        return known.open(streamIds);
    }

    /** The call of streams has ended. */
    void close(List<Upload> ended) {
        UploadStreams known = uploads;
        if (known != null) {
            ended.forEach(known::close);
        }
    }

    /**
     * Takes an item of a stream that the client sends.
     *
     * @param size how many bytes it has with its framing
     * @return false when there is no such stream
     */
    public boolean item(StreamItemMessage item, int size) {
        UploadStreams known = uploads;
        return known != null && known.item(item, size);
    }

    /** Takes the end of a stream that the client sends; false when there is no such stream. */
    public boolean complete(CompletionMessage completion) {
        UploadStreams known = uploads;
        return known != null && known.complete(completion);
    }

    /** Nothing of the client comes any more: whoever waits for more of a stream is told so. */
    public void inputEnded() {
        inputEnded = true;
        UploadStreams known = uploads;
        if (known != null) {
            known.disconnected();
        }
    }

    /** The calls that can be cancelled; null when there has never been one. */
    @Nullable
    RunningCalls calls() {
        return calls;
    }

    /** The client is not interested in a call any more; false when there is none with that id that could be cancelled. */
    public boolean cancel(String invocationId) {
        RunningCalls known = calls;
        CancellationSource found = known == null ? null : known.find(invocationId);
        if (found == null) {
            return false;
        }
        fire(found);
        return true;
    }

    /** The client has gone: all that runs for it is cancelled. */
    public void disconnected() {
        ended = true;
        RunningCalls known = calls;
        if (known != null) {
            known.all().forEach(this::fire);
        }
    }

    /** On the executor, because what waits for the signal is user code. */
    private void fire(CancellationSource cancellation) {
        try {
            output.executor().execute(cancellation::cancel);
        } catch (RuntimeException | Error refused) {
            LOG.log(System.Logger.Level.DEBUG, "No thread for a cancelled call", refused);
            cancellation.cancel();
        }
    }
}
