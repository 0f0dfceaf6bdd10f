// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * The types that stand for a stream in the signature of a hub method, exactly these and no subtypes: collections are values.
 */
public enum StreamKind {
    /** Items are pushed; the preferred one, because no thread waits. */
    FLOW_PUBLISHER(Flow.Publisher.class.getName()),
    /** Items are pulled. */
    STREAM(Stream.class.getName()),
    /** Items are pulled. */
    ITERABLE(Iterable.class.getName()),
    /** Items are pulled. */
    ITERATOR(Iterator.class.getName()),
    /** Items are pushed. Of a library that the application may or may not have. */
    REACTIVE_PUBLISHER("org.reactivestreams.Publisher"),
    /** Items are pushed. Of a library that the application may or may not have. */
    MULTI("io.smallrye.mutiny.Multi");

    private final String typeName;

    StreamKind(String typeName) {
        this.typeName = typeName;
    }

    /** The kind of stream for which a class stands, if it stands for one. */
    public static Optional<StreamKind> of(Class<?> type) {
        // By name: the libraries need not be there.
        return Arrays.stream(values())
                .filter(kind -> kind.typeName.equals(type.getName()))
                .findFirst();
    }
}
