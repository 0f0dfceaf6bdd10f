// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One option: its name in configuration, its default, and how its value is read and checked. Immutable; compared by
 * identity.
 *
 * @param <T> the type of its values, immutable
 */
public final class Option<T> {

    private final String name;
    private final T defaultValue;
    private final Function<String, T> parser;
    private final Predicate<T> valid;
    private final String range;

    Option(String name, T defaultValue, Function<String, T> parser, Predicate<T> valid, String range) {
        this.name = name;
        this.defaultValue = defaultValue;
        this.parser = parser;
        this.valid = valid;
        this.range = range;
    }

    /** The name in lower case with dashes, without prefix; never null. */
    public String name() {
        return name;
    }

    /** The value that holds when nothing sets another; never null. */
    public T defaultValue() {
        return defaultValue;
    }

    /**
     * Reads a value from text.
     *
     * @throws IllegalArgumentException when the text is not such a value, or out of range
     */
    public T parse(String text) {
        Objects.requireNonNull(text, "text");
        T value;
        try {
            value = parser.apply(text.strip());
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("'" + text + "' is not a value of '" + name + "': " + range, malformed);
        }
        return check(value);
    }

    /**
     * Checks a value.
     *
     * @return the value
     * @throws IllegalArgumentException when it is out of range
     */
    public T check(T value) {
        if (!valid.test(Objects.requireNonNull(value, name))) {
            throw new IllegalArgumentException("'" + value + "' is not a value of '" + name + "': " + range);
        }
        return value;
    }

    @Override
    public String toString() {
        return name;
    }
}
