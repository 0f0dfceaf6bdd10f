// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.RawWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks our server by HTTP; answers by the samples' titles. Stateless. */
final class HttpDialogues {

    static final String HUB = "/vectors/detailed";
    private static final String STRICT = "/it/strict";
    private static final String ALLOWING_AN_ORIGIN = "/it/samples";
    private static final String BAD_ID = HUB + "?id=AAAAAAAAAAAAAAAAAAAAAA";

    private HttpDialogues() {}

    static Map<String, HttpReply> negotiate(int port) {
        Map<String, HttpReply> replies = new LinkedHashMap<>();
        String path = HUB + "/negotiate";
        List<String> origin = List.of("Origin: http://localhost:1");
        replies.put(
                "POST negotiate v1 with Origin",
                HttpCall.exchange(port, "POST", ALLOWING_AN_ORIGIN + "/negotiate?negotiateVersion=1", origin, ""));
        replies.put("POST negotiate without version", post(port, path));
        replies.put("POST negotiate v0", post(port, path + "?negotiateVersion=0"));
        replies.put("POST negotiate v2", post(port, path + "?negotiateVersion=2"));
        replies.put("POST negotiate version=abc", post(port, path + "?negotiateVersion=abc"));
        replies.put(
                "POST negotiate useStatefulReconnect on a hub that does not allow it",
                post(port, path + "?negotiateVersion=1&useStatefulReconnect=true"));
        replies.put(
                "POST negotiate below MinimumProtocolVersion", post(port, STRICT + "/negotiate?negotiateVersion=0"));
        replies.put("GET negotiate", HttpCall.exchange(port, "GET", path + "?negotiateVersion=1", ""));
        replies.put("POST negotiate nowebsockets", post(port, STRICT + "/negotiate?negotiateVersion=1"));
        return replies;
    }

    private static HttpReply post(int port, String target) {
        return HttpCall.exchange(port, "POST", target, "");
    }

    static Map<String, HttpReply> refusals(int port) {
        List<String> events = List.of(Negotiated.EVENT_STREAM);
        Map<String, HttpReply> replies = new LinkedHashMap<>();
        replies.put("GET hub without id", HttpCall.exchange(port, "GET", HUB, ""));
        replies.put("GET hub without id, Accept: text/event-stream", HttpCall.exchange(port, "GET", HUB, events, ""));
        replies.put("GET hub bad id", HttpCall.exchange(port, "GET", BAD_ID, ""));
        replies.put("GET hub bad id SSE", HttpCall.exchange(port, "GET", BAD_ID, events, ""));
        replies.put("POST hub without id", HttpCall.exchange(port, "POST", HUB, "x"));
        replies.put("POST hub bad id", HttpCall.exchange(port, "POST", BAD_ID, "x"));
        replies.put("DELETE hub without id", HttpCall.exchange(port, "DELETE", HUB, ""));
        replies.put("DELETE hub bad id", HttpCall.exchange(port, "DELETE", BAD_ID, ""));
        replies.put("PUT hub", HttpCall.exchange(port, "PUT", HUB, "x"));
        Negotiated waiting = Negotiated.at(port, HUB);
        replies.put("POST before any transport started", waiting.post(LongPollingDialogue.HANDSHAKE));
        replies.put("DELETE before any transport started", waiting.delete());
        replies.put("connectionId used as id", HttpCall.exchange(port, "GET", HUB + "?id=" + waiting.id(), ""));
        return replies;
    }

    static Map<String, HttpReply> ofWebSocket(int port) {
        Negotiated connection = Negotiated.at(port, HUB);
        Map<String, HttpReply> replies = new LinkedHashMap<>();
        try (RawWebSocket socket = RawWebSocket.open(port, connection.target())) {
            socket.text(LongPollingDialogue.HANDSHAKE);
            replies.put("POST to a WebSocket connection", connection.post("x"));
            replies.put("DELETE of a WebSocket connection", connection.delete());
            replies.put("LP GET of a WebSocket connection", connection.get());
        }
        return replies;
    }

    static Map<String, HttpReply> events(int port) {
        Negotiated connection = Negotiated.at(port, HUB);
        Map<String, HttpReply> replies = new LinkedHashMap<>();
        try (HttpCall stream =
                HttpCall.send(port, "GET", connection.target(), List.of(Negotiated.EVENT_STREAM), new byte[0])) {
            HttpReply head = stream.head();
            String opening = stream.chunks("\r\n", 1);
            replies.put("SSE POST handshake", connection.post(LongPollingDialogue.HANDSHAKE));
            String shaken = stream.chunks("\r\n\r\n", 1);
            connection.post(LongPollingDialogue.call("0", "EchoString", "\"line1\\nline2\""));
            byte[] body = (opening + shaken + stream.chunks("\r\n\r\n", 1)).getBytes(StandardCharsets.UTF_8);
            replies.put("SSE stream", new HttpReply(head.status(), head.headers(), body));
            replies.put("SSE second GET on the same id (SSE)", connection.get(Negotiated.EVENT_STREAM));
            replies.put("SSE id polled as LP", connection.get());
            replies.put("SSE DELETE", connection.delete());
        }
        return replies;
    }

    /** The handshake as MessagePack clients begin it: still JSON. */
    static Map<String, HttpReply> messagePack(int port) {
        String handshake = LongPollingDialogue.HANDSHAKE.replace("json", "messagepack");
        Map<String, HttpReply> replies = new LinkedHashMap<>();
        Negotiated polling = Negotiated.at(port, HUB);
        polling.get();
        polling.post(handshake);
        replies.put("LP MessagePack handshake response", polling.get());
        polling.delete();
        Negotiated events = Negotiated.at(port, HUB);
        try (HttpCall stream =
                HttpCall.send(port, "GET", events.target(), List.of(Negotiated.EVENT_STREAM), new byte[0])) {
            HttpReply head = stream.head();
            String opening = stream.chunks("\r\n", 1);
            events.post(handshake);
            byte[] body = (opening + stream.chunks("\r\n\r\n", 1)).getBytes(StandardCharsets.UTF_8);
            replies.put("SSE MessagePack handshake", new HttpReply(head.status(), head.headers(), body));
        }
        return replies;
    }
}
