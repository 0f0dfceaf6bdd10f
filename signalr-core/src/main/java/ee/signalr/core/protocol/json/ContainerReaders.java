// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
        return scanner -> {
            Collection<@Nullable Object> elements = empty.get();
            readElements(scanner, element, elements);
            return elements;
        };
    }

    /** A reader of arrays, of primitive types too. */
    static ValueReader array(Class<?> component, ValueReader element) {
        return scanner -> {
            List<@Nullable Object> elements = new ArrayList<>();
            readElements(scanner, element, elements);
            Object array = Array.newInstance(component, elements.size());
            for (int index = 0; index < elements.size(); index++) {
                Array.set(array, index, elements.get(index));
            }
            return array;
        };
    }

    /** A reader of maps; of several members with the same name the last counts. */
    static ValueReader map(ValueReader value) {
        return scanner -> {
            ValueReader.require(scanner, JsonToken.OBJECT, "Map");
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            scanner.startObject();
            while (scanner.nextMember()) {
                String name = scanner.text();
                members.put(name, value.read(scanner));
            }
            return members;
        };
    }

    /** A reader of values that may be absent, which null means. */
    static ValueReader optional(ValueReader value) {
        ValueReader present = scanner -> Optional.ofNullable(value.read(scanner));
        return present.orElse(Optional.empty());
    }

    private static void readElements(JsonScanner scanner, ValueReader element, Collection<@Nullable Object> elements) {
        ValueReader.require(scanner, JsonToken.ARRAY, "array or collection");
        scanner.startArray();
        while (scanner.nextElement()) {
            elements.add(element.read(scanner));
        }
    }
}
