// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.GuardedServer;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.server.Tokens;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that are wrong, and tokens that are right, in every request that can carry one. */
@Tag("portable")
@ExtendWith(GuardedServer.class)
class TokensIT {

    private static final String OPEN = "/tokens/open";
    private static final String GUARDED = "/tokens/guarded";

    private static Map<String, String> wrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        String good = Tokens.of("alice");
        long now = Instant.now().getEpochSecond();
        wrong.put("nothing but dots", "..");
        wrong.put("no token at all", "letmein");
        wrong.put("cut off", good.substring(0, good.length() - 10));
        wrong.put("with another payload", good.replaceFirst("\\.[^.]+\\.", ".e30."));
        wrong.put("signed with a key that nobody trusts", Tokens.forged(Tokens.claims("alice", 300)));
        wrong.put("not signed", Tokens.unsigned(Tokens.claims("alice", 300)));
        wrong.put("expired", Tokens.of("alice", -120));
        wrong.put("without an expiry", Tokens.signed(Tokens.claims("alice", 300).remove("exp")));
        wrong.put("not good yet", Tokens.signed(Tokens.claims("alice", 900).add("nbf", now + 600)));
        wrong.put(
                "of another issuer", Tokens.signed(Tokens.claims("alice", 300).add("iss", "https://evil.example.org")));
        wrong.put(
                "for another audience",
                Tokens.signed(Tokens.claims("alice", 300).add("aud", "others")));
        wrong.put("for no audience", Tokens.signed(Tokens.claims("alice", 300).remove("aud")));
        wrong.put(
                "of nobody",
                Tokens.signed(Tokens.claims("alice", 300).remove("upn").remove("sub")));
        return wrong;
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseWrongTokensAtEveryEntryEvenWhereAnybodyMayComeIn(TestServer server) {
        return wrong().entrySet().stream()
                .flatMap(token -> Stream.of(Entry.values())
                        .map(entry -> DynamicTest.dynamicTest(
                                entry + ": " + token.getKey(), () -> expectRefused(server, entry, token.getValue()))));
    }

    private static void expectRefused(TestServer server, Entry entry, String token) {
        expect401(entry.knock(server.port(), OPEN, "", GuardedHubs.bearer(token)));
        expect401(entry.knock(server.port(), OPEN, "access_token=" + encoded(token)));
    }

    private static void expect401(HttpReply reply) {
        assertThat(reply.code()).isEqualTo(401);
        assertThat(reply.header("www-authenticate")).contains("Bearer");
        assertThat(reply.headers().toString()).doesNotContain("exp").doesNotContain("eyJ");
    }

    private static String encoded(String token) {
        return URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    @Test
    void shouldAskWhoComesWithoutOne(TestServer server) {
        for (Entry entry : Entry.values()) {
            expect401(entry.knock(server.port(), GUARDED, "id=any"));
        }
        HttpReply negotiate = GuardedHubs.request(server, "POST", GUARDED + "/negotiate", "");
        assertThat(negotiate.text()).isEqualTo("Unauthorized");
        assertThat(negotiate.header("content-type")).contains("text/plain");
    }

    @Test
    void shouldTellWhoIsKnownAndMayNot(TestServer server) {
        for (Entry entry : Entry.values()) {
            HttpReply reply = entry.knock(server.port(), GUARDED, "id=any", GuardedHubs.bearer(Tokens.of("carol")));
            assertThat(reply.code()).as(entry.name()).isEqualTo(403);
        }
        HttpReply negotiate =
                GuardedHubs.request(server, "POST", GUARDED + "/negotiate", "", GuardedHubs.bearer(Tokens.of("carol")));
        assertThat(negotiate.text()).isEqualTo("Forbidden");
    }

    @Test
    void shouldTakeGoodTokensInHeaderAndQuery(TestServer server) {
        String inQuery = "access_token=" + Tokens.of("bob");
        assertThat(Entry.NEGOTIATE.knock(server.port(), GUARDED, inQuery).code())
                .isEqualTo(200);
        assertThat(Entry.WEB_SOCKET.knock(server.port(), GUARDED, inQuery).code())
                .isEqualTo(101);
        assertThat(Entry.WEB_SOCKET
                        .knock(server.port(), GUARDED, "", "authorization: bearer " + Tokens.of("bob"))
                        .code())
                .isEqualTo(101);
        assertThat(GuardedHubs.poll(server, GUARDED, GuardedHubs.bearer(Tokens.of("bob"))))
                .startsWith(GUARDED);
    }

    @Test
    void shouldTakeSeveralAudiences(TestServer server) {
        String token = Tokens.signed(Tokens.claims("bob", 300)
                .add("aud", Json.createArrayBuilder().add("others").add(Tokens.AUDIENCE)));
        assertThat(Entry.NEGOTIATE
                        .knock(server.port(), GUARDED, "", GuardedHubs.bearer(token))
                        .code())
                .isEqualTo(200);
    }

    @Test
    void shouldKeepTokensFromApplicationsAndLogs(TestServer server) {
        String token = Tokens.of("bob");
        String hub = OPEN + "?x=1&access_token=" + token + "&y=2";
        try (HubSocket socket = HubSocket.open(server.port(), hub)) {
            assertThat(socket.invoke("query").getString("result"))
                    .contains("x=1")
                    .contains("y=2")
                    .doesNotContain("access_token")
                    .doesNotContain(token);
        }
        String wrong = Tokens.forged(Tokens.claims("mallory", 300));
        Entry.NEGOTIATE.knock(server.port(), OPEN, "access_token=" + wrong);
        for (String secret : new String[] {token, wrong, token.split("\\.")[2]}) {
            assertThat(server.log()).doesNotContain(secret);
        }
        if (server instanceof LibertyServer liberty) {
            assertThat(liberty.accessLog())
                    .contains("POST /tokens/open/negotiate")
                    .contains("GET /tokens/open")
                    .doesNotContain(token, wrong, token.split("\\.")[2]);
        }
    }
}
