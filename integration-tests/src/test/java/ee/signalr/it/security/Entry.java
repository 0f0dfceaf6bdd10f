// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.RawWebSocket;
import ee.signalr.it.wire.UpgradeRefusedException;
import java.util.ArrayList;
import java.util.List;

/** The requests by which a client gets in, or at a connection. */
enum Entry {
    NEGOTIATE("POST", "/negotiate"),
    WEB_SOCKET("GET", ""),
    EVENT_STREAM("GET", ""),
    POLL("GET", ""),
    SEND("POST", ""),
    DELETE("DELETE", "");

    private final String method;
    private final String suffix;

    Entry(String method, String suffix) {
        this.method = method;
        this.suffix = suffix;
    }

    /** Sends such a request and reads the answer; of an upgrade that is not refused, it is the head. */
    HttpReply knock(int port, String hub, String query, String... headers) {
        String target = hub + suffix + (query.isEmpty() ? "" : "?" + query);
        if (this == WEB_SOCKET) {
            try (RawWebSocket socket = RawWebSocket.open(port, target, headers)) {
                return socket.reply();
            } catch (UpgradeRefusedException refused) {
                return refused.reply();
            }
        }
        List<String> all = new ArrayList<>(List.of(headers));
        if (this == EVENT_STREAM) {
            all.add("Accept: text/event-stream");
        }
        try (HttpCall call = HttpCall.send(port, method, target, all, new byte[0])) {
            return call.head();
        }
    }
}
