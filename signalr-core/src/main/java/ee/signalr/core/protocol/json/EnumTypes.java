// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import java.util.Arrays;

/** Tells enumerations that are read and written by the names of their constants from others. Thread-safe. */
final class EnumTypes {

    private static final String JSONB_ANNOTATIONS = "jakarta.json.bind.annotation.";

    private static final ClassValue<Boolean> PLAIN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return type.isEnum() && !isAnnotated(type);
        }
    };

    private EnumTypes() {}

    /** Whether a type is an enumeration on which no annotation says that JSON-B is to treat it in a special way. */
    static boolean isPlain(Class<?> type) {
        return PLAIN.get(type);
    }

    private static boolean isAnnotated(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().startsWith(JSONB_ANNOTATIONS));
    }
}
