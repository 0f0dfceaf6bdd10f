// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes JSON unmodifiable, as deep as it goes. Stateless. */
final class FrozenJson {

    private FrozenJson() {}

    /** An unmodifiable copy of an object, in the same order. */
    static Map<String, Object> object(Map<?, ?> members) {
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> copy.put(String.valueOf(name), value(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return object(members);
        }
        return value instanceof List<?> list
                ? list.stream().map(FrozenJson::value).toList()
                : value;
    }
}
