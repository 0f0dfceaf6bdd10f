// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.EnumStyle;
import ee.signalr.core.protocol.RawValue;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes Java values as JSON: those that have an obvious form by itself, all others by JSON-B. Thread-safe. Throws whatever
 * the accessors and iterators of the values throw.
 */
final class ValueWriter {

    /** Below it floating-point numbers without a fraction are written like integers, as JavaScript does. */
    private static final double EXACT_INTEGERS = 1e15;

    private final Supplier<Jsonb> jsonb;
    private final EnumStyle enums;

    ValueWriter(Supplier<Jsonb> jsonb, EnumStyle enums) {
        this.jsonb = jsonb;
        this.enums = enums;
    }

    /** Writes a value. */
    void write(JsonOutput out, @Nullable Object value) {
        if (value == null) {
            out.ascii("null");
        } else if (value instanceof String text) {
            out.text(text);
        } else if (value instanceof Number number) {
            number(out, number);
        } else if (value instanceof Boolean) {
            out.ascii(value.toString());
        } else if (!text(out, value) && !container(out, value) && !optional(out, value)) {
            out.json(jsonb.get().toJson(value));
        }
    }

    private void number(JsonOutput out, Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            out.number(number.longValue());
        } else if (number instanceof Double || number instanceof Float) {
            floating(out, number);
        } else if (number instanceof BigDecimal || number instanceof BigInteger) {
            out.ascii(number.toString());
        } else {
            out.json(jsonb.get().toJson(number));
        }
    }

    private static void floating(JsonOutput out, Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ArithmeticException(value + " is not a number in JSON");
        }
        boolean negativeZero = value == 0 && 1 / value < 0;
        if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS && !negativeZero) {
            out.number((long) value);
        } else {
            out.ascii(number.toString());
        }
    }

    private boolean text(JsonOutput out, Object value) {
        if (value instanceof Enum<?> constant && EnumTypes.isPlain(constant.getDeclaringClass())) {
            constant(out, constant);
        } else if (value instanceof UUID
                || value instanceof CharSequence
                || value instanceof Character
                || value instanceof Path) {
            out.text(value.toString());
        } else if (value instanceof byte[] bytes) {
            out.text(Base64.getEncoder().encodeToString(bytes));
        } else {
            return false;
        }
        return true;
    }

    private void constant(JsonOutput out, Enum<?> constant) {
        switch (enums) {
            case NAMES -> out.text(constant.name());
            case NUMBERS -> out.number(constant.ordinal());
        }
    }

    private boolean container(JsonOutput out, Object value) {
        if (value instanceof Iterable<?> elements) {
            elements(out, elements);
        } else if (value instanceof Map<?, ?> members) {
            members(out, members);
        } else if (value instanceof Object[] array) {
            elements(out, Arrays.asList(array));
        } else if (value.getClass().isArray()) {
            primitives(out, value);
        } else if (value instanceof RawValue raw) {
            out.bytes(raw.bytes(), raw.start(), raw.end());
        } else {
            return false;
        }
        return true;
    }

    private boolean optional(JsonOutput out, Object value) {
        if (value instanceof Optional<?> optional) {
            write(out, optional.orElse(null));
        } else if (value instanceof OptionalInt optional) {
            write(out, optional.isPresent() ? optional.getAsInt() : null);
        } else if (value instanceof OptionalLong optional) {
            write(out, optional.isPresent() ? optional.getAsLong() : null);
        } else if (value instanceof OptionalDouble optional) {
            write(out, optional.isPresent() ? optional.getAsDouble() : null);
        } else {
            return false;
        }
        return true;
    }

    /** Writes an array, of values or of the arguments of a call. */
    void elements(JsonOutput out, Iterable<?> elements) {
        out.open('[');
        boolean first = true;
        for (Object element : elements) {
            if (!first) {
                out.ascii(',');
            }
            first = false;
            write(out, element);
        }
        out.close(']');
    }

    /** Writes an object with a member for each entry. */
    void members(JsonOutput out, Map<?, ?> members) {
        out.open('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!first) {
                out.ascii(',');
            }
            first = false;
            out.text(String.valueOf(member.getKey()));
            out.ascii(':');
            write(out, member.getValue());
        }
        out.close('}');
    }

    private void primitives(JsonOutput out, Object array) {
        out.open('[');
        for (int index = 0; index < Array.getLength(array); index++) {
            if (index > 0) {
                out.ascii(',');
            }
            write(out, Array.get(array, index));
        }
        out.close(']');
    }
}
