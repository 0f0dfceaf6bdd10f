// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.msgpack.Packed;
import ee.signalr.it.msgpack.PackedFrames;
import ee.signalr.it.wire.Incoming;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The MessagePack protocol, whose handshake is JSON in a frame of the recorded kind. Stateless. */
final class MessagePackDialect implements Dialect {

    private static final byte RECORD_SEPARATOR = 0x1e;
    private static final int CLOSE = 7;
    private static final int PING = 6;

    @Override
    public String file() {
        return "/vectors/messagepack.json";
    }

    @Override
    public JsonValue recorded(JsonObject message) {
        if (message.containsKey("handshake")) {
            return handshake(message.getString("handshake"), "binary".equals(message.getString("frame")));
        }
        return message.containsKey("hex")
                ? Packed.read(HexFormat.of().parseHex(message.getString("hex")))
                : message.get("message");
    }

    @Override
    public List<JsonValue> read(Incoming.Message frame, boolean first) {
        List<JsonValue> messages = new ArrayList<>();
        byte[] rest = frame.bytes();
        if (first) {
            int end = end(rest);
            messages.add(handshake(new String(rest, 0, end, StandardCharsets.UTF_8), frame.binary()));
            rest = Arrays.copyOfRange(rest, end + 1, rest.length);
        }
        PackedFrames.split(rest).stream()
                .map(Packed::read)
                .filter(message -> message.asJsonArray().getInt(0) != PING)
                .forEach(messages::add);
        return messages;
    }

    private static int end(byte[] bytes) {
        int end = 0;
        while (bytes[end] != RECORD_SEPARATOR) {
            end++;
        }
        return end;
    }

    private static JsonValue handshake(String answer, boolean binary) {
        return Json.createArrayBuilder().add(Meaning.read(answer)).add(binary).build();
    }

    @Override
    public Optional<String> error(JsonValue message) {
        JsonArray array = message.asJsonArray();
        return array.size() > place(array) && array.get(place(array)) instanceof JsonString error
                ? Optional.of(error.getString())
                : Optional.empty();
    }

    @Override
    public JsonValue withError(JsonValue message, String error) {
        JsonArray array = message.asJsonArray();
        return Json.createArrayBuilder(array).set(place(array), error).build();
    }

    /** A close carries its error behind its type, a completion behind the kind of its result. */
    private static int place(JsonArray message) {
        return message.get(0) instanceof jakarta.json.JsonNumber type && type.intValue() == CLOSE ? 1 : 4;
    }
}
