// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

    private static final String APP = "https://app.example";
    private static final String EVIL = "https://evil.example";
    private static final String REFUSED = "403 text/plain 0 ''";

    private static ServletFixture allowing(String... origins) {
        return ServletFixture.with(Settings.defaults().with(Options.ALLOWED_ORIGINS, Set.of(origins)));
    }

    /** Every way to reach a connection. */
    static Stream<UnaryOperator<FakeRequest>> disguises() {
        return Stream.of(
                request -> request.origin(EVIL),
                request -> request.origin("null"),
                request -> request.origin(APP).origin(EVIL),
                request -> request.header("Sec-Fetch-Site", "cross-site"));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void shouldRefusePagesOfOtherOriginsAndLeaveTheConnectionAlone(UnaryOperator<FakeRequest> disguise) {
        ServletFixture server = allowing(APP);
        String target = server.startPolling();
        FakeRequest poll = server.get(target);

        Stream.of(
                        FakeRequest.post("/hub/negotiate?negotiateVersion=1", ""),
                        FakeRequest.get("/hub").upgrade(),
                        FakeRequest.get(target).upgrade(),
                        FakeRequest.get(target).eventStream(),
                        FakeRequest.get(target),
                        FakeRequest.post(target, "forged"),
                        new FakeRequest("DELETE", target))
                .map(disguise)
                .forEach(request -> assertThat(server.answer(request).summary())
                        .as(request.toString())
                        .isEqualTo(REFUSED));

        assertThat(server.connections().size()).isEqualTo(1);
        assertThat(server.webSockets().upgrades()).isEmpty();
        assertThat(server.hub().text()).isEmpty();
        assertThat(server.hub().ends()).isEmpty();
        assertThat(poll.isAnswered()).isFalse();
    }

    @Test
    void shouldRefuseBeforeTheCallerIsLookedAt() {
        NamingTokens tokens = NamingTokens.until(ServletFixture.NOW);
        ServletFixture server = ServletFixture.create().accepting(tokens);

        FakeResponse answer =
                server.answer(FakeRequest.get("/hub").upgrade().bearer("bad").origin(EVIL));

        assertThat(answer.summary()).isEqualTo(REFUSED);
        assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
        assertThat(tokens.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hub.example", "https://hub.example"})
    void shouldServePagesOfItsOwnOriginWithoutMoreHeaders(String origin) {
        FakeResponse answer = allowing(APP)
                .answer(FakeRequest.post("/hub/negotiate", "")
                        .header("Host", "hub.example")
                        .origin(origin));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKeys("Access-Control-Allow-Origin", "Vary");
    }

    static Stream<FakeRequest> requests() {
        return Stream.of(
                FakeRequest.post("/hub/negotiate?negotiateVersion=1", ""),
                FakeRequest.post("/hub/negotiate?negotiateVersion=x", ""),
                FakeRequest.get("/hub").upgrade(),
                FakeRequest.get("/hub?id=nope").upgrade(),
                FakeRequest.get("/hub?id=nope").eventStream(),
                FakeRequest.get("/hub"),
                FakeRequest.post("/hub?id=nope", "x"),
                FakeRequest.post("/hub", "x").bearer("bad"),
                new FakeRequest("DELETE", "/hub?id=nope"),
                new FakeRequest("PUT", "/hub"),
                FakeRequest.preflight("/hub", APP));
    }

    private static FakeResponse answer(ServletFixture server, FakeRequest request) {
        server.acceptingTokens().send(request);
        return request.response();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldTellListedPagesThatTheyMayReadEveryAnswer(FakeRequest request) {
        boolean preflight = request.toString().startsWith("OPTIONS");

        assertThat(answer(allowing(APP, "*"), preflight ? request : request.origin(APP))
                        .headers())
                .containsEntry("Access-Control-Allow-Origin", APP)
                .containsEntry("Access-Control-Allow-Credentials", "true")
                .containsEntry("Vary", "Origin");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldNotTakeCredentialsOfAnyPageAtAll(FakeRequest request) {
        boolean preflight = request.toString().startsWith("OPTIONS");

        assertThat(answer(allowing("*"), preflight ? request : request.origin(APP))
                        .headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Vary", "Origin")
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @Test
    void shouldServePagesFromFilesWhereTheyAreListed() {
        assertThat(allowing("null")
                        .answer(FakeRequest.post("/hub/negotiate", "").origin("null"))
                        .headers())
                .contains(entry("Access-Control-Allow-Origin", "null"));
    }

    @ParameterizedTest
    @CsvSource({"/hub/negotiate, POST", "/hub/refresh, POST", "/hub, 'GET, POST, DELETE'"})
    void shouldAnswerPreflights(String path, String methods) {
        Settings settings = Settings.defaults()
                .with(Options.ALLOWED_ORIGINS, Set.of(APP))
                .with(Options.ENABLE_AUTHENTICATION_REFRESH, true);
        ServletFixture server = ServletFixture.guarded(settings, SecurityRequirement.DENY_ALL);

        FakeResponse answer = server.answer(FakeRequest.preflight(path, APP));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers())
                .containsAllEntriesOf(Map.of(
                        "Access-Control-Allow-Methods",
                        methods,
                        "Access-Control-Allow-Headers",
                        "authorization, content-type, x-requested-with, x-signalr-user-agent",
                        "Access-Control-Max-Age",
                        "7200"));
    }

    @ParameterizedTest
    @CsvSource({
        "'X-Tenant,Authorization', ', x-tenant'",
        "' x-a , x-b,,', ', x-a, x-b'",
        "'x-good,bad header,x:y,x<y', ', x-good'",
        "*, ', *'",
        "'', ''"
    })
    void shouldAllowHeadersThatAreAskedFor(String asked, String more) {
        FakeRequest request = FakeRequest.preflight("/hub", APP).header("Access-Control-Request-Headers", asked);

        assertThat(allowing(APP).answer(request).header("Access-Control-Allow-Headers"))
                .isEqualTo("authorization, content-type, x-requested-with, x-signalr-user-agent" + more);
    }

    @Test
    void shouldNotReadEndlessListsOfHeaders() {
        FakeRequest request =
                FakeRequest.preflight("/hub", APP).header("Access-Control-Request-Headers", "x-a,".repeat(65));

        assertThat(allowing(APP).answer(request).header("Access-Control-Allow-Headers"))
                .doesNotContain("x-a");
    }

    @Test
    void shouldRefusePreflightsOfOthers() {
        FakeResponse answer = allowing(APP).answer(FakeRequest.preflight("/hub", EVIL));

        assertThat(answer.summary()).isEqualTo(REFUSED);
        assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Methods");
    }

    @Test
    void shouldNotTakeEveryOptionsForAPreflight() {
        ServletFixture server = allowing(APP);

        assertThat(server.answer(new FakeRequest("OPTIONS", "/hub").origin(APP)).status())
                .isEqualTo(405);
        assertThat(server.answer(new FakeRequest("OPTIONS", "/hub").header("Access-Control-Request-Method", "GET"))
                        .status())
                .isEqualTo(405);
    }
}
