// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads any value as what suits it: null, Boolean, String, {@code byte[]}, {@link java.time.Instant}, {@link List}, {@link Map}, and
 * {@linkplain NumberReaders#anyNumber numbers}. Stateless.
 */
final class NaturalReader {

    private NaturalReader() {}

    static @Nullable Object read(ValueInput input) throws IOException {
        return switch (input.type()) {
            case NIL -> nil(input);
            case BOOLEAN -> input.unpacker().unpackBoolean();
            case INTEGER, FLOAT -> NumberReaders.anyNumber(input);
            case STRING -> input.unpacker().unpackString();
            case BINARY -> input.binary();
            case ARRAY -> list(input);
            case MAP -> map(input);
            case EXTENSION -> TimeReaders.instant(input);
        };
    }

    private static @Nullable Object nil(ValueInput input) throws IOException {
        input.unpacker().unpackNil();
        return null;
    }

    private static List<@Nullable Object> list(ValueInput input) throws IOException {
        int size = input.enterArray();
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(read(input));
        }
        input.leave();
        return elements;
    }

    private static Map<@Nullable Object, @Nullable Object> map(ValueInput input) throws IOException {
        int size = input.enterMap();
        Map<@Nullable Object, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = read(input);
            members.put(key, read(input));
        }
        input.leave();
        return members;
    }
}
