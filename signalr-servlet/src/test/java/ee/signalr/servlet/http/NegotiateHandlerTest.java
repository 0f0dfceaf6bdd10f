// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeResponse;
import ee.signalr.servlet.fakes.RecordedLog;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NegotiateHandlerTest {

    private static final String WEB_SOCKETS =
            "{\"transport\":\"WebSockets\",\"transferFormats\":[\"Text\",\"Binary\"]}";
    private static final String EVENTS = "{\"transport\":\"ServerSentEvents\",\"transferFormats\":[\"Text\"]}";
    private static final String POLLING = "{\"transport\":\"LongPolling\",\"transferFormats\":[\"Text\",\"Binary\"]}";

    private final ServletFixture server = ServletFixture.create();

    private static FakeRequest negotiation(String query) {
        return FakeRequest.post("/hub/negotiate" + query, "");
    }

    @Test
    void shouldGiveIdTokenAndAllTransportsFromVersion1On() {
        FakeResponse answer = server.answer(negotiation("?negotiateVersion=1"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Content-Length", "316");
        assertThat(answer.body())
                .matches("\\{\"negotiateVersion\":1,\"connectionId\":\"[\\w-]{22}\",\"connectionToken\":\"[\\w-]{22}\","
                        + "\"availableTransports\":\\[.*\\]\\}")
                .endsWith("[" + WEB_SOCKETS + "," + EVENTS + "," + POLLING + "]}");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "?negotiateVersion=0, 0", "?NEGOTIATEVERSION=1, 1", "?a=b&negotiateVersion=2, 1"})
    void shouldSpeakTheHighestCommonVersion(String query, int version) {
        FakeResponse answer = server.answer(negotiation(query));

        assertThat(answer.body()).startsWith("{\"negotiateVersion\":" + version + ",");
        assertThat(answer.body().contains("connectionToken")).isEqualTo(version > 0);
    }

    @Test
    void shouldLetTheIdServeAsTokenInVersion0() {
        String body = server.answer(negotiation("")).body();
        String id = body.replaceAll(".*\"connectionId\":\"([^\"]+)\".*", "$1");

        assertThat(server.answer(FakeRequest.get("/hub?id=" + id)).status()).isEqualTo(200);
    }

    @Test
    void shouldRefuseAVersionThatIsNoNumberWithStatus200() {
        FakeResponse answer = server.answer(negotiation("?negotiateVersion=abc"));

        assertThat(answer.summary())
                .isEqualTo("200 application/json 64 "
                        + "'{\"error\":\"The client requested a non-integer protocol version.\"}'");
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldRefuseAVersionBelowTheMinimum() {
        ServletFixture strict = ServletFixture.with(Settings.defaults().with(Options.MINIMUM_PROTOCOL_VERSION, 1));

        assertThat(strict.answer(negotiation("")).body())
                .isEqualTo(
                        "{\"error\":\"The client requested version '0', but the server does not support this version.\"}");
    }

    static Stream<Arguments> offers() {
        Settings all = Settings.defaults();
        return Stream.of(
                arguments(all, false, true, "[" + EVENTS + "," + POLLING + "]"),
                arguments(all, true, false, "[" + WEB_SOCKETS + "]"),
                arguments(only(TransportType.LONG_POLLING), true, true, "[" + POLLING + "]"),
                arguments(only(TransportType.LONG_POLLING), true, false, "[]"));
    }

    private static Settings only(TransportType type) {
        return Settings.defaults().with(Options.TRANSPORTS, Set.of(type));
    }

    @ParameterizedTest
    @MethodSource("offers")
    void shouldOfferWhatHubServerAndFiltersCanDo(Settings settings, boolean webSockets, boolean async, String offer) {
        ServletFixture restricted = webSockets ? ServletFixture.with(settings) : ServletFixture.withoutWebSockets();
        FakeRequest request = negotiation("?negotiateVersion=1");

        FakeResponse answer = restricted.answer(async ? request : request.withoutAsync());

        assertThat(answer.body()).endsWith("\"availableTransports\":" + offer + "}");
    }

    @Test
    void shouldAnswer503WhenTooManyConnectionsWaitForTheirTransport() {
        ServletFixture small = ServletFixture.withMaximumPending(2);
        small.negotiate();
        small.startPolling();
        small.negotiate();

        assertThat(small.answer(negotiation("?negotiateVersion=1")).summary()).isEqualTo("503 text/plain 0 ''");
        FakeResponse answer = small.answer(FakeRequest.get("/hub").upgrade());
        assertThat(answer.summary()).isEqualTo("503 text/plain 0 ''");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    static Stream<Arguments> lifetimes() {
        return Stream.of(
                arguments(true, "1", 90, "\"connectionToken\":\"[\\w-]{22}\",\"tokenLifetimeSeconds\":90,\"avail.*"),
                arguments(true, "0", 90, "\"connectionId\":\"[\\w-]{22}\",\"avail.*"),
                arguments(true, "1", -1, "\"connectionToken\":\"[\\w-]{22}\",\"avail.*"),
                arguments(false, "1", 90, "\"connectionToken\":\"[\\w-]{22}\",\"avail.*"));
    }

    @ParameterizedTest
    @MethodSource("lifetimes")
    void shouldTellHowLongTheTokenLastsWhereItCanBeRefreshed(
            boolean refreshing, String version, int seconds, String told) {
        ServletFixture fixture = ServletFixture.with(
                        Settings.defaults().with(Options.ENABLE_AUTHENTICATION_REFRESH, refreshing))
                .accepting(NamingTokens.until(ServletFixture.NOW.plusSeconds(seconds)));

        FakeResponse answer =
                fixture.answer(negotiation("?negotiateVersion=" + version).bearer("ann"));

        assertThat(answer.body()).matches(".*" + told);
    }

    @Test
    void shouldNotTellHowLongWhatTheServerKnowsLasts() {
        ServletFixture fixture =
                ServletFixture.with(Settings.defaults().with(Options.ENABLE_AUTHENTICATION_REFRESH, true));

        assertThat(fixture.answer(negotiation("?negotiateVersion=1").user("ann"))
                        .body())
                .doesNotContain("tokenLifetime");
    }

    @Test
    void shouldWarnOnceWhenAFilterForbidsAsynchronousRequests() {
        try (RecordedLog log = RecordedLog.of(NegotiateHandler.class)) {
            server.answer(negotiation("").withoutAsync());
            server.answer(negotiation("").withoutAsync());

            assertThat(log.messages()).hasSize(1).first().asString().startsWith("WARNING SIGNALR-3004");
        }
    }

    @Test
    void shouldForgetConnectionsThatNeverConnect() {
        String target = server.negotiate();

        server.pass(Duration.ofSeconds(16));

        assertThat(server.answer(FakeRequest.get(target)).status()).isEqualTo(404);
        assertThat(server.connections().size()).isZero();
        assertThat(server.connections().pending()).isZero();
    }
}
