// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import ee.signalr.it.json.Meaning;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One recorded conversation. Immutable.
 *
 * @param name its name
 * @param steps what the client does, in order
 * @param plain what the server does at the hub without detailed errors
 * @param detailed what it does at the hub with them
 */
record Recording(String name, List<JsonValue> steps, Outcome plain, Outcome detailed) {

    static List<Recording> all(Dialect dialect) {
        try (InputStream file = Recording.class.getResourceAsStream(dialect.file())) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Meaning.read(text).asJsonArray().stream()
                    .map(JsonValue::asJsonObject)
                    .map(recording -> of(recording, dialect))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Recording of(JsonObject json, Dialect dialect) {
        boolean anyOrder = json.getBoolean("anyOrder", false);
        Outcome plain = Outcome.of(json.getJsonObject("plain"), anyOrder, dialect);
        Outcome detailed =
                json.containsKey("detailed") ? Outcome.of(json.getJsonObject("detailed"), anyOrder, dialect) : plain;
        return new Recording(json.getString("name"), json.getJsonArray("steps"), plain, detailed);
    }
}
