// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.json;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** Compares JSON by meaning: neither the order of members nor the way to write a number matters. Stateless. */
public final class Meaning {

    private Meaning() {}

    /** Reads any value. */
    public static JsonValue read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    /** Whether two values mean the same. */
    public static boolean same(JsonValue one, JsonValue other) {
        if (one.getValueType() != other.getValueType()) {
            return false;
        }
        return switch (one.getValueType()) {
            case ARRAY -> sameElements(one.asJsonArray(), other.asJsonArray());
            case OBJECT -> sameMembers(one.asJsonObject(), other.asJsonObject());
            case NUMBER -> number(one).bigDecimalValue().compareTo(number(other).bigDecimalValue()) == 0;
            case STRING -> ((JsonString) one).getString().equals(((JsonString) other).getString());
            case TRUE, FALSE, NULL -> true;
        };
    }

    private static JsonNumber number(JsonValue value) {
        return (JsonNumber) value;
    }

    private static boolean sameElements(JsonArray one, JsonArray other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int at = 0; at < one.size(); at++) {
            if (!same(one.get(at), other.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameMembers(JsonObject one, JsonObject other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(name -> same(one.get(name), other.get(name)));
    }
}
