// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters out of a raw query string. The servlet API's own parameters are never asked for, because that may consume
 * the body of a POST. Stateless.
 */
final class QueryString {

    private QueryString() {}

    /**
     * The first value of a parameter whose name equals the given one ignoring case.
     *
     * @param query the raw query; null when there is none
     */
    static Optional<String> parameter(@Nullable String query, String name) {
        if (query == null) {
            return Optional.empty();
        }
        for (int start = 0; start < query.length(); ) {
            int end = endOfParameter(query, start);
            int equals = query.indexOf('=', start);
            int nameEnd = equals < 0 || equals > end ? end : equals;
            if (name.equalsIgnoreCase(decode(query.substring(start, nameEnd)))) {
                return Optional.of(decode(query.substring(Math.min(nameEnd + 1, end), end)));
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    /**
     * The query without all parameters whose name equals the given one ignoring case.
     *
     * @param query the raw query; null when there is none
     * @return the rest as sent; null when there is no query, or nothing else in it
     */
    static @Nullable String without(@Nullable String query, String name) {
        if (parameter(query, name).isEmpty()) {
            return query;
        }
        String rest = Stream.of(query.split("&"))
                .filter(pair -> !name.equalsIgnoreCase(decode(pair.split("=", 2)[0])))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? null : rest;
    }

    /** All parameters in order, names as sent; immutable. */
    static Map<String, List<String>> parameters(@Nullable String query) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (query == null) {
            return Map.of();
        }
        for (int start = 0; start < query.length(); ) {
            int end = endOfParameter(query, start);
            String pair = query.substring(start, end);
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!pair.isEmpty()) {
                found.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
            }
            start = end + 1;
        }
        found.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(found);
    }

    private static int endOfParameter(String query, int start) {
        int end = query.indexOf('&', start);
        return end < 0 ? query.length() : end;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            // A percent sign that escapes nothing stands for itself.
            return text;
        }
    }
}
