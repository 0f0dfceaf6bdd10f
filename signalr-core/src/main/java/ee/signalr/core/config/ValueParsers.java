// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import ee.signalr.EnumStyle;
import ee.signalr.PropertyNaming;
import ee.signalr.TransportType;
import ee.signalr.WebSocketSending;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the values of options from text. */
final class ValueParsers {

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h)");

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#\\s,@]+");

    private ValueParsers() {}

    static Duration duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    static Duration durationOrInfinite(String text) {
        return text.equalsIgnoreCase("infinite") ? ChronoUnit.FOREVER.getDuration() : duration(text);
    }

    static Long bytesOrUnlimited(String text) {
        return text.equalsIgnoreCase("unlimited") ? Long.MAX_VALUE : Long.valueOf(text);
    }

    /** Names separated by commas, in their order; an immutable list. */
    static List<String> tokens(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    /** Whether HTTP allows it as a name. */
    static boolean isToken(String name) {
        return TOKEN.matcher(name).matches();
    }

    /** Origins separated by commas; an immutable set. */
    static Set<String> origins(String text) {
        return Set.copyOf(new TreeSet<>(tokens(text)));
    }

    /** Whether it is an origin as browsers send it, or one of the two words that stand for others. */
    static boolean isOrigin(String text) {
        return text.equals("*") || text.equals("null") || ORIGIN.matcher(text).matches();
    }

    static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    static EnumStyle enumStyle(String text) {
        return oneOf(EnumStyle.values(), EnumStyle::optionName, text);
    }

    static PropertyNaming propertyNaming(String text) {
        return oneOf(PropertyNaming.values(), PropertyNaming::optionName, text);
    }

    static WebSocketSending webSocketSending(String text) {
        return oneOf(WebSocketSending.values(), WebSocketSending::optionName, text);
    }

    private static <T> T oneOf(T[] values, Function<T, String> name, String text) {
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    static Set<TransportType> transports(String text) {
        Set<TransportType> found = EnumSet.noneOf(TransportType.class);
        for (String name : text.split(",")) {
            found.add(transport(name.strip()));
        }
        return Set.copyOf(found);
    }

    private static TransportType transport(String name) {
        return Arrays.stream(TransportType.values())
                .filter(type -> type.wireName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** Names in lower case. */
    static Set<String> names(String text) {
        Set<String> found = new TreeSet<>();
        for (String name : text.split(",", -1)) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a name is empty");
            }
            found.add(name.strip().toLowerCase(Locale.ROOT));
        }
        return Collections.unmodifiableSet(found);
    }

    static String transportNames() {
        return Arrays.stream(TransportType.values())
                .map(TransportType::wireName)
                .collect(Collectors.joining(", "));
    }
}
