// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.wire;

import ee.signalr.it.json.Meaning;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A hub connection by HTTP requests, in the JSON protocol. For one thread at a time. */
public final class HubRequests {

    private static final String END = String.valueOf(HubSocket.RECORD_SEPARATOR);
    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}";
    private static final byte[] NOTHING = {};

    private final int port;
    private final String target;

    private HubRequests(int port, String target) {
        this.port = port;
        this.target = target;
    }

    /** Negotiates. */
    public static HubRequests negotiate(int port, String hub) {
        HttpReply reply = HttpCall.exchange(port, "POST", hub + "/negotiate?negotiateVersion=1", "");
        String token = Meaning.read(reply.text()).asJsonObject().getString("connectionToken");
        return new HubRequests(port, hub + "?id=" + token);
    }

    /** The query that names the connection, with its question mark. */
    public String query() {
        return target.substring(target.indexOf('?'));
    }

    /** Begins the event stream and shakes hands. */
    public HttpCall events() {
        HttpCall events = HttpCall.send(port, "GET", target, List.of("Accept: text/event-stream"), NOTHING);
        if (events.head().code() != 200) {
            throw new IllegalStateException("No event stream");
        }
        send(HANDSHAKE);
        events.chunks("{}" + END + "\r\n\r\n", 1);
        return events;
    }

    /** Polls once to open the transport, and shakes hands. */
    public void open() {
        begin();
        send(HANDSHAKE);
        pollFor("{}");
    }

    /** Polls once to open the transport, and does not shake hands. */
    public void begin() {
        pollFor("");
    }

    /** Sends a message. */
    public void send(String message) {
        HttpReply reply = HttpCall.exchange(port, "POST", target, message + END);
        if (reply.code() != 200) {
            throw new IllegalStateException("Not sent: " + reply.status());
        }
    }

    /** Sends a call of {@code echo}. */
    public void echo(String text) {
        send("{\"type\":1,\"invocationId\":\"0\",\"target\":\"echo\",\"arguments\":[\"" + text + "\"]}");
    }

    /** Begins a poll, whose answer is to be read. */
    public HttpCall poll() {
        return HttpCall.send(port, "GET", target, List.of(), NOTHING);
    }

    private void pollFor(String text) {
        try (HttpCall poll = poll()) {
            String answer = new String(poll.reply().body(), StandardCharsets.UTF_8);
            if (!answer.contains(text)) {
                throw new IllegalStateException("Instead of " + text + " came " + answer);
            }
        }
    }
}
