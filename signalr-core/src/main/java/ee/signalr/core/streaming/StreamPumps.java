// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import java.util.concurrent.Flow;

/** Finds the pump for what a hub method gave. */
public final class StreamPumps {

    private StreamPumps() {}

    /**
     * The pump of a stream that has not begun.
     *
     * @param kind what the method declares
     * @param source what it gave
     * @param end is told the end
     * @param context what is bound to the thread when items are pulled
     */
    public static StreamPump of(
            StreamKind kind, Object source, StreamOutlet outlet, StreamEnd end, SynchronousPart context) {
        return switch (kind) {
            case FLOW_PUBLISHER -> new PublisherPump((Flow.Publisher<?>) source, outlet, end);
            case REACTIVE_PUBLISHER -> new PublisherPump(ReactiveStreams.flow(source), outlet, end);
            case MULTI -> new PublisherPump(MutinyStreams.flow(source), outlet, end);
            case STREAM, ITERABLE, ITERATOR -> new PullPump(new PulledItems(source), outlet, end, context);
        };
    }
}
