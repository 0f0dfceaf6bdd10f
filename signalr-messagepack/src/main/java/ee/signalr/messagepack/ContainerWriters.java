// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.RawValue;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes what holds other values. The number of elements is written before them, so they are counted in a copy, which no other
 * thread changes meanwhile. Thread-safe.
 */
final class ContainerWriters {

    private final ValueWriters values;

    ContainerWriters(ValueWriters values) {
        this.values = values;
    }

    /** The writer of a class; null if it is no container. */
    @Nullable
    ValueWriter of(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return (out, value) -> elements(out, ((Collection<?>) value).toArray());
        }
        if (Map.class.isAssignableFrom(type)) {
            return (out, value) -> entries(out, (Map<?, ?>) value);
        }
        if (Object[].class.isAssignableFrom(type)) {
            return (out, value) -> elements(out, ((Object[]) value).clone());
        }
        if (type.isArray()) {
            return this::primitives;
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return (out, value) -> elements(out, collected((Iterable<?>) value));
        }
        return type == RawValue.class ? (out, value) -> raw(out, (RawValue) value) : optional(type);
    }

    private @Nullable ValueWriter optional(Class<?> type) {
        if (type == Optional.class) {
            return (out, value) -> values.write(out, ((Optional<?>) value).orElse(null));
        }
        if (type == OptionalInt.class) {
            return (out, value) -> {
                OptionalInt optional = (OptionalInt) value;
                values.write(out, optional.isPresent() ? optional.getAsInt() : null);
            };
        }
        if (type == OptionalLong.class) {
            return (out, value) -> {
                OptionalLong optional = (OptionalLong) value;
                values.write(out, optional.isPresent() ? optional.getAsLong() : null);
            };
        }
        if (type == OptionalDouble.class) {
            return (out, value) -> {
                OptionalDouble optional = (OptionalDouble) value;
                values.write(out, optional.isPresent() ? optional.getAsDouble() : null);
            };
        }
        return null;
    }

    private void elements(ValueOutput out, @Nullable Object[] elements) throws IOException {
        out.enter();
        out.packer().packArrayHeader(elements.length);
        for (Object element : elements) {
            values.write(out, element);
        }
        out.leave();
    }

    private static Object[] collected(Iterable<?> iterable) {
        List<@Nullable Object> elements = new ArrayList<>();
        iterable.forEach(elements::add);
        return elements.toArray();
    }

    private void entries(ValueOutput out, Map<?, ?> map) throws IOException {
        Object[] entries = map.entrySet().toArray();
        out.enter();
        out.packer().packMapHeader(entries.length);
        for (Object each : entries) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
            values.write(out, entry.getKey());
            values.write(out, entry.getValue());
        }
        out.leave();
    }

    private void primitives(ValueOutput out, Object array) throws IOException {
        int length = Array.getLength(array);
        out.packer().packArrayHeader(length);
        for (int i = 0; i < length; i++) {
            values.write(out, Array.get(array, i));
        }
    }

    private static void raw(ValueOutput out, RawValue raw) throws IOException {
        out.packer().writePayload(raw.bytes(), raw.start(), raw.size());
    }
}
