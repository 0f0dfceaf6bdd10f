// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import java.util.concurrent.Flow;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** Between Reactive Streams and the JDK. Loaded only when an application that has Reactive Streams uses it in a signature. */
final class ReactiveStreams {

    private ReactiveStreams() {}

    static Flow.Publisher<?> flow(Object publisher) {
        return FlowAdapters.toFlowPublisher((Publisher<?>) publisher);
    }

    static Object publisher(Flow.Publisher<?> items) {
        return FlowAdapters.toPublisher(items);
    }
}
