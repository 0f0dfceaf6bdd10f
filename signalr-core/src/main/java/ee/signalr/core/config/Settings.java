// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The values of options, each the default unless set. Immutable. */
public final class Settings {

    private static final Settings DEFAULTS = new Settings(Map.of());

    private final Map<Option<?>, Object> values;

    private Settings(Map<Option<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** Settings in which every option has its default. */
    public static Settings defaults() {
        return DEFAULTS;
    }

    static Settings of(Map<Option<?>, Object> values) {
        return new Settings(values);
    }

    /** The value of an option; never null. */
    @SuppressWarnings("unchecked") // an option only ever gets a value that its own check has returned
    public <T> T get(Option<T> option) {
        Object value = values.get(option);
        return value == null ? option.defaultValue() : (T) value;
    }

    /** The value of an option in nanoseconds; a duration too long for that counts as the longest there is. */
    public long nanos(Option<Duration> option) {
        return nanos(get(option));
    }

    /** A duration in nanoseconds; one too long for that counts as the longest there is. */
    public static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            return Long.MAX_VALUE;
        }
    }

    /** The value of an option that is a number of bytes, where 0 stands for no limit. */
    public long limit(Option<Long> option) {
        long bytes = get(option);
        return bytes == 0 ? Long.MAX_VALUE : bytes;
    }

    /** These settings with one value changed. */
    public <T> Settings with(Option<T> option, T value) {
        return new SettingsBuilder().putAll(this).set(option, value).build();
    }

    /** These settings, with those on top that {@code others} has set. */
    public Settings overlaidWith(Settings others) {
        return new SettingsBuilder().putAll(this).putAll(others).build();
    }

    /** The options that differ from their default, as {@code name=value} in order of their names; an immutable list. */
    public List<String> differences() {
        return values.entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getKey().defaultValue(), entry.getValue()))
                .map(entry -> entry.getKey().name() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.toUnmodifiableList());
    }

    /** What cannot work together, one sentence each; an immutable list, empty when all is well. */
    public List<String> conflicts() {
        List<String> found = new ArrayList<>();
        if (get(Options.CLIENT_TIMEOUT_INTERVAL).compareTo(get(Options.KEEP_ALIVE_INTERVAL)) < 0) {
            found.add("client-timeout-interval is shorter than keep-alive-interval");
        }
        if (get(Options.ALLOW_STATEFUL_RECONNECTS)
                && get(Options.OUTBOUND_BYTE_LIMIT) < get(Options.STATEFUL_RECONNECT_BUFFER_SIZE)) {
            found.add("outbound-byte-limit is smaller than stateful-reconnect-buffer-size");
        }
        found.addAll(connectionConflicts());
        return List.copyOf(found);
    }

    /** What cannot work together in a connection, whatever it serves; as {@link #conflicts}. */
    public List<String> connectionConflicts() {
        return get(Options.OUTBOUND_BYTE_LIMIT) < get(Options.TRANSPORT_MAX_BUFFER_SIZE)
                ? List.of("outbound-byte-limit is smaller than transport-max-buffer-size")
                : List.of();
    }

    Map<Option<?>, Object> values() {
        return values;
    }
}
