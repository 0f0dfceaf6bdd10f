// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.core.hubconnection.CancellationSource;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.streaming.ClientOutput;
import ee.signalr.core.streaming.RunningCalls;
import org.jspecify.annotations.Nullable;

/**
 * Where calls of one client come from and where what they produce goes. Thread-safe, except that calls arrive one at a time.
 */
public final class CallOrigin {

    private static final System.Logger LOG = System.getLogger(CallOrigin.class.getName());

    private final HubCaller caller;
    private final HubProtocol protocol;
    private final ClientOutput output;
    private final int maximumStreams;
    /** Made with the first call that needs it: most clients never stream. */
    private volatile @Nullable RunningCalls calls;

    private volatile boolean ended;

    /**
     * Makes the origin of a client without calls.
     *
     * @param protocol what the client speaks
     * @param maximumStreams how many streams it may have at a time
     */
    public CallOrigin(HubCaller caller, HubProtocol protocol, ClientOutput output, int maximumStreams) {
        this.caller = caller;
        this.protocol = protocol;
        this.output = output;
        this.maximumStreams = maximumStreams;
    }

    /** Who calls; never null. */
    public HubCaller caller() {
        return caller;
    }

    HubProtocol protocol() {
        return protocol;
    }

    ClientOutput output() {
        return output;
    }

    /** Notes a call that can be cancelled; false when there is one with that key. Called as calls arrive. */
    boolean register(Object key, CancellationSource cancellation) {
        RunningCalls known = calls;
        if (known == null) {
            known = new RunningCalls(maximumStreams);
            calls = known;
        }
        boolean added = known.add(key, cancellation);
        if (added && ended) {
            // Whoever told the end may have looked before the call was there.
            fire(cancellation);
        }
        return added;
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
