// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import io.smallrye.mutiny.Multi;
import java.util.concurrent.Flow;

/** Between Mutiny and the JDK. Loaded only when an application that has Mutiny uses it in a signature. */
final class MutinyStreams {

    private MutinyStreams() {}

    static Flow.Publisher<?> flow(Object multi) {
        return (Multi<?>) multi;
    }

    static Object multi(Flow.Publisher<?> items) {
        return Multi.createFrom().publisher(items);
    }
}
