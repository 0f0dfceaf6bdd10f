// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes Java values, each as its class is written; the writers are made when first needed and kept. Thread-safe. */
final class ValueWriters {

    private final Map<Class<?>, ValueWriter> known = new ConcurrentHashMap<>();
    private final ContainerWriters containers = new ContainerWriters(this);
    private final ObjectModels models;

    ValueWriters(ObjectModels models) {
        this.models = models;
    }

    /** Writes a value; throws whatever its accessors and iterators throw. */
    void write(ValueOutput out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.packer().packNil();
        } else if (value instanceof String text) {
            out.packer().packString(text);
        } else {
            of(value.getClass()).write(out, value);
        }
    }

    private ValueWriter of(Class<?> type) {
        ValueWriter writer = known.get(type);
        if (writer == null) {
            writer = make(type);
            known.put(type, writer);
        }
        return writer;
    }

    private ValueWriter make(Class<?> type) {
        ValueWriter scalar = ScalarWriters.of(type);
        if (scalar != null) {
            return scalar;
        }
        ValueWriter container = containers.of(type);
        return container == null ? new ObjectWriter(this, models.of(type)) : container;
    }
}
