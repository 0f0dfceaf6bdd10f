// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads any value as what suits it: String, Boolean, null, {@link List}, {@link Map} of String, and
 * {@linkplain NumberReaders#anyNumber numbers}. Stateless.
 */
final class NaturalReader {

    private NaturalReader() {}

    static @Nullable Object read(JsonScanner scanner) {
        JsonToken token = scanner.token();
        return switch (token) {
            case OBJECT -> map(scanner);
            case ARRAY -> list(scanner);
            case STRING -> TextReaders.text(scanner);
            case NUMBER -> NumberReaders.anyNumber(scanner);
            case TRUE, FALSE, NULL -> literal(scanner, token);
        };
    }

    private static Map<String, @Nullable Object> map(JsonScanner scanner) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        scanner.startObject();
        while (scanner.nextMember()) {
            String name = scanner.text();
            members.put(name, read(scanner));
        }
        return members;
    }

    private static List<@Nullable Object> list(JsonScanner scanner) {
        List<@Nullable Object> elements = new ArrayList<>();
        scanner.startArray();
        while (scanner.nextElement()) {
            elements.add(read(scanner));
        }
        return elements;
    }

    private static @Nullable Object literal(JsonScanner scanner, JsonToken token) {
        scanner.skip();
        return token == JsonToken.NULL ? null : token == JsonToken.TRUE;
    }
}
