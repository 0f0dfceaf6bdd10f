// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON protocol. Stateless. */
final class JsonDialect implements Dialect {

    private static final String ERROR = "error";
    private static final int PING = 6;

    @Override
    public String file() {
        return "/vectors/json.json";
    }

    @Override
    public JsonValue recorded(JsonObject message) {
        return message.get("message");
    }

    @Override
    public List<JsonValue> read(Incoming.Message frame, boolean first) {
        return Stream.of(frame.text().split(String.valueOf(HubSocket.RECORD_SEPARATOR)))
                .map(Meaning::read)
                .filter(message -> message.asJsonObject().getInt("type", 0) != PING)
                .toList();
    }

    @Override
    public Optional<String> error(JsonValue message) {
        return Optional.ofNullable(message.asJsonObject().getJsonString(ERROR)).map(JsonString::getString);
    }

    @Override
    public JsonValue withError(JsonValue message, String error) {
        return Json.createObjectBuilder(message.asJsonObject())
                .add(ERROR, error)
                .build();
    }
}
