// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.GuardedServer;
import ee.signalr.it.server.GuardedWar;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HttpReply;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins: what they get, and that they do no harm. */
@Tag("portable")
@ExtendWith(GuardedServer.class)
class OriginsIT {

    private static final String OPEN = "/tokens/open";
    private static final String SHARED = "/tokens/shared";
    private static final String LISTED = GuardedWar.pageOrigin();
    private static final String EVIL = "Origin: https://evil.example.org";

    @TestFactory
    Stream<DynamicTest> shouldRefuseOtherOriginsAtEveryEntryAndLeaveConnectionsAlone(TestServer server) {
        return Stream.of(Entry.values())
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> {
                    String target = GuardedHubs.poll(server, OPEN);
                    String query = target.substring(target.indexOf('?') + 1);
                    for (String origin :
                            new String[] {EVIL, "Origin: null", "Origin: http://127.0.0.1", "Origin: " + LISTED}) {
                        HttpReply reply = entry.knock(server.port(), OPEN, query, origin);
                        assertThat(reply.code()).as(origin).isEqualTo(403);
                        assertThat(reply.headers()).doesNotContainKey("access-control-allow-origin");
                    }
                    assertThat(GuardedHubs.invoke(server, target, "whoAmI")).contains("nobody []");
                }));
    }

    @Test
    void shouldRefuseOtherOriginsOfWebSocketsWithoutNegotiateBeforeTheUpgrade(TestServer server) {
        assertThat(Entry.WEB_SOCKET.knock(server.port(), OPEN, "", EVIL).code()).isEqualTo(403);
    }

    @Test
    void shouldServeTheServersOwnPages(TestServer server) {
        for (Entry entry : new Entry[] {Entry.NEGOTIATE, Entry.WEB_SOCKET}) {
            HttpReply reply = entry.knock(server.port(), OPEN, "", "Origin: http://127.0.0.1:" + server.port());
            assertThat(reply.code()).isLessThan(300);
            assertThat(reply.headers()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void shouldRefuseWhatOtherPagesSendWithoutAnOrigin(String site, TestServer server) {
        assertThat(Entry.POLL
                        .knock(server.port(), OPEN, "id=any", "Sec-Fetch-Site: " + site)
                        .code())
                .isEqualTo(403);
        assertThat(Entry.POLL
                        .knock(server.port(), OPEN, "id=any", "Sec-Fetch-Site: same-origin")
                        .code())
                .isEqualTo(404);
    }

    @Test
    void shouldTellPagesOfListedOriginsThatTheyMayReadEveryAnswer(TestServer server) {
        String origin = "Origin: " + LISTED;
        expectShared(Entry.NEGOTIATE.knock(server.port(), SHARED, "", origin), 200);
        expectShared(Entry.POLL.knock(server.port(), SHARED, "id=unknown", origin), 404);
        expectShared(Entry.SEND.knock(server.port(), SHARED, "", origin), 400);
        expectShared(Entry.NEGOTIATE.knock(server.port(), SHARED, "access_token=wrong", origin), 401);
        expectShared(GuardedHubs.request(server, "PUT", SHARED, "", origin), 405);
        assertThat(Entry.WEB_SOCKET.knock(server.port(), SHARED, "", origin).code())
                .isEqualTo(101);
        assertThat(Entry.NEGOTIATE.knock(server.port(), SHARED, "", EVIL).code())
                .isEqualTo(403);
    }

    private static void expectShared(HttpReply reply, int status) {
        assertThat(reply.code()).isEqualTo(status);
        assertThat(reply.header("access-control-allow-origin")).contains(LISTED);
        assertThat(reply.header("access-control-allow-credentials")).contains("true");
        assertThat(reply.header("vary")).contains("Origin");
    }

    @Test
    void shouldAnswerPreflights(TestServer server) {
        HttpReply negotiate = preflight(server, SHARED + "/negotiate", "Origin: " + LISTED);
        expectShared(negotiate, 204);
        assertThat(negotiate.header("access-control-allow-methods")).contains("POST");
        assertThat(negotiate.header("access-control-allow-headers").orElse("").toLowerCase(Locale.ROOT))
                .contains("authorization", "x-requested-with", "x-signalr-user-agent", "content-type");
        HttpReply hub = preflight(server, SHARED, "Origin: " + LISTED);
        assertThat(hub.header("access-control-allow-methods").orElse("")).contains("GET", "POST", "DELETE");

        assertThat(preflight(server, SHARED, EVIL).code()).isEqualTo(403);
        assertThat(preflight(server, OPEN, "Origin: " + LISTED).code()).isEqualTo(403);
        assertThat(preflight(server, "/tokens/guarded/negotiate", EVIL).code()).isEqualTo(403);
        assertThat(GuardedHubs.request(server, "OPTIONS", SHARED, "").code()).isEqualTo(405);
    }

    private static HttpReply preflight(TestServer server, String target, String origin) {
        return GuardedHubs.request(
                server,
                "OPTIONS",
                target,
                "",
                origin,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: x-requested-with,x-signalr-user-agent,authorization");
    }

    @Test
    void shouldForbidBrowsersToGuessWhatAnAnswerIs(TestServer server) {
        for (Entry entry : Entry.values()) {
            if (entry != Entry.WEB_SOCKET) {
                assertThat(entry.knock(server.port(), OPEN, "id=any").header("x-content-type-options"))
                        .as(entry.name())
                        .contains("nosniff");
            }
        }
        assertThat(Entry.NEGOTIATE.knock(server.port(), OPEN, "").header("cache-control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void shouldKnowNoOtherMethodOfNegotiate(String method, TestServer server) {
        assertThat(GuardedHubs.request(server, method, OPEN + "/negotiate", "").code())
                .isEqualTo(405);
    }
}
