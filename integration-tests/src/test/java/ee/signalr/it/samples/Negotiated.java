// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A connection that has been negotiated, and requests with its token. Immutable.
 *
 * @param port the server's
 * @param hub the hub's path
 * @param id the public connection id
 * @param token the secret connection token
 */
record Negotiated(int port, String hub, String id, String token) {

    static final String EVENT_STREAM = "Accept: text/event-stream";

    static Negotiated at(int port, String hub) {
        HttpReply reply = HttpCall.exchange(port, "POST", hub + "/negotiate?negotiateVersion=1", "");
        JsonObject answer = Meaning.read(reply.text()).asJsonObject();
        return new Negotiated(port, hub, answer.getString("connectionId"), answer.getString("connectionToken"));
    }

    String target() {
        return hub + "?id=" + token;
    }

    HttpReply get(String... headers) {
        return HttpCall.exchange(port, "GET", target(), List.of(headers), "");
    }

    /** Sends a poll and leaves its answer to be read. */
    HttpCall poll() {
        return HttpCall.send(port, "GET", target(), List.of(), new byte[0]);
    }

    HttpReply post(String body) {
        return HttpCall.exchange(port, "POST", target(), body);
    }

    HttpReply delete() {
        return HttpCall.exchange(port, "DELETE", target(), "");
    }
}
