// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Steps that tests of guarded hubs share. Stateless. */
final class GuardedHubs {

    static final String END = "\u001e";
    static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}" + END;

    private GuardedHubs() {}

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    static String basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Negotiates; answers the connection's token. */
    static String negotiate(TestServer server, String hub, String... headers) {
        HttpReply reply =
                HttpCall.exchange(server.port(), "POST", hub + "/negotiate?negotiateVersion=1", List.of(headers), "");
        assertThat(reply.code()).as(reply.text()).isEqualTo(200);
        return Meaning.read(reply.text()).asJsonObject().getString("connectionToken");
    }

    /** Sends a request about a connection. */
    static HttpReply request(TestServer server, String method, String target, String body, String... headers) {
        return HttpCall.exchange(server.port(), method, target, List.of(headers), body);
    }

    /** Opens a connection by long polling and shakes hands; answers its target. */
    static String poll(TestServer server, String hub, String... headers) {
        String target = hub + "?id=" + negotiate(server, hub, headers);
        assertThat(request(server, "GET", target, "", headers).code()).isEqualTo(200);
        assertThat(request(server, "POST", target, HANDSHAKE, headers).code()).isEqualTo(200);
        assertThat(request(server, "GET", target, "", headers).text()).isEqualTo("{}" + END);
        return target;
    }

    /** Calls a method without arguments on a polled connection; answers what the next poll brings. */
    static String invoke(TestServer server, String target, String method, String... headers) {
        String call = "{\"type\":1,\"invocationId\":\"0\",\"target\":\"" + method + "\",\"arguments\":[]}" + END;
        assertThat(request(server, "POST", target, call, headers).code()).isEqualTo(200);
        return request(server, "GET", target, "", headers).text();
    }
}
