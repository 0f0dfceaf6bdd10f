// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what holds other values, each by the reader of its type. Stateless. */
final class ContainerReaders {

    private ContainerReaders() {}

    /** A reader of collections. */
    static ValueReader collection(Supplier<Collection<@Nullable Object>> empty, ValueReader element) {
        return input -> {
            int size = input.enterArray();
            Collection<@Nullable Object> elements = empty.get();
            for (int i = 0; i < size; i++) {
                elements.add(element.read(input));
            }
            input.leave();
            return elements;
        };
    }

    /** A reader of arrays, of primitive types too. */
    static ValueReader array(Class<?> component, ValueReader element) {
        return input -> {
            int size = input.enterArray();
            List<@Nullable Object> elements = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                elements.add(element.read(input));
            }
            input.leave();
            Object array = Array.newInstance(component, size);
            for (int i = 0; i < size; i++) {
                Array.set(array, i, elements.get(i));
            }
            return array;
        };
    }

    /** A reader of maps; of several entries with the same key the last counts. */
    static ValueReader map(
            Supplier<Map<@Nullable Object, @Nullable Object>> empty, ValueReader key, ValueReader value) {
        return input -> {
            int size = input.enterMap();
            Map<@Nullable Object, @Nullable Object> entries = empty.get();
            for (int i = 0; i < size; i++) {
                Object name = key.read(input);
                entries.put(name, value.read(input));
            }
            input.leave();
            return entries;
        };
    }

    /** A reader of values that may be absent, which nil means. */
    static ValueReader optional(ValueReader value) {
        ValueReader present = input -> Optional.ofNullable(value.read(input));
        return present.orElse(Optional.empty());
    }
}
