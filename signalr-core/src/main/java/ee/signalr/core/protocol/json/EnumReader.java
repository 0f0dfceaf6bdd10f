// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.BindingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the constants of an enumeration as the reference's converter of strings does: by their names, ignoring case where that is
 * unambiguous, and by their positions. Immutable and thread-safe.
 */
final class EnumReader implements ValueReader {

    private final Class<?> type;
    private final Object[] constants;
    private final Map<String, Object> byName = new HashMap<>();
    private final Map<String, Object> byLowerName = new HashMap<>();

    private EnumReader(Class<?> type) {
        this.type = type;
        this.constants = type.getEnumConstants();
        Set<String> ambiguous = new HashSet<>();
        for (Object constant : constants) {
            String lower = lower(((Enum<?>) constant).name());
            if (byLowerName.put(lower, constant) != null) {
                ambiguous.add(lower);
            }
            byName.put(((Enum<?>) constant).name(), constant);
        }
        byLowerName.keySet().removeAll(ambiguous);
    }

    static EnumReader of(Class<?> type) {
        return new EnumReader(type);
    }

    @Override
    public Object read(JsonScanner scanner) {
        return scanner.token() == JsonToken.NUMBER
                ? at((Integer) NumberReaders.intNumber(scanner))
                : named(TextReaders.text(scanner));
    }

    /** The constant with a name, which may be in other case. */
    Object named(String name) {
        Object exact = byName.get(name);
        return found(exact == null ? byLowerName.get(lower(name)) : exact);
    }

    /** The constant at a position. */
    Object at(int position) {
        return found(position >= 0 && position < constants.length ? constants[position] : null);
    }

    private Object found(@Nullable Object constant) {
        if (constant == null) {
            throw new BindingException("The value stands for no constant of " + type.getName());
        }
        return constant;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
