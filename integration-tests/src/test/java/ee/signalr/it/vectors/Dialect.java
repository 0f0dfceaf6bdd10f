// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import ee.signalr.it.wire.Incoming;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** How the messages of a protocol were recorded, and how they are read off the wire: as JSON, to be compared. Stateless. */
interface Dialect {

    /** The resource with the recordings. */
    String file();

    /** The message that was recorded. */
    JsonValue recorded(JsonObject message);

    /** The messages of a frame, pings left out; the first frame begins with the answer to the handshake. */
    List<JsonValue> read(Incoming.Message frame, boolean first);

    /** The error that a message carries. */
    Optional<String> error(JsonValue message);

    /** The same message with another error. */
    JsonValue withError(JsonValue message, String error);
}
