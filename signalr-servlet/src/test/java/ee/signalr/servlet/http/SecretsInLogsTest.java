// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.RecordedLog;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, at whatever level is logged: no log shows what would let somebody in. */
class SecretsInLogsTest {

    private static final String GOOD = "good-0123456789";
    private static final String BAD = "bad-0123456789";

    private final ServletFixture server =
            ServletFixture.with(Settings.defaults().with(Options.ENABLE_AUTHENTICATION_REFRESH, true));

    private static Stream<FakeRequest> everyRequest(String target) {
        return Stream.of(
                FakeRequest.post("/hub/negotiate?negotiateVersion=x", ""),
                FakeRequest.post("/hub/negotiate?negotiateVersion=1", ""),
                FakeRequest.post(target.replace("/hub?", "/hub/refresh?"), ""),
                FakeRequest.get(target).eventStream(),
                FakeRequest.get(target).upgrade(),
                FakeRequest.get(target),
                FakeRequest.get(target).origin("https://evil.example"),
                FakeRequest.get(target).header("X-Large", "x".repeat(20_000)),
                FakeRequest.post(target, "").contentLength(20_000_000),
                FakeRequest.post(target, ""),
                new FakeRequest("PUT", target),
                new FakeRequest("DELETE", target),
                FakeRequest.get(target));
    }

    private void sendAll(String token) {
        List<Function<FakeRequest, FakeRequest>> ways =
                List.of(request -> request.bearer(token), request -> request.parameter("access_token", token));
        for (Function<FakeRequest, FakeRequest> way : ways) {
            String target = server.negotiateAs(GOOD);
            everyRequest(target).map(way).forEach(server::send);
            everyRequest("/hub?id=nope").map(way).forEach(server::send);
        }
    }

    @Test
    void shouldShowNoTokenWhateverFails() {
        try (RecordedLog log = RecordedLog.ofEverything()) {
            server.acceptingTokens();
            sendAll(GOOD);
            sendAll(BAD);
            server.accepting(token -> {
                throw new IllegalArgumentException("cannot read " + token);
            });
            sendAll(GOOD);

            assertThat(log.text())
                    .contains("SIGNALR-3022", "IllegalArgumentException")
                    .doesNotContain(GOOD)
                    .doesNotContain(BAD)
                    .doesNotContain("access_token", "?id=");
        }
    }

    @Test
    void shouldShowNoConnectionTokenWhenABodyBreaksOffOrAClientGoes() {
        String target = server.startPolling();
        String secret = server.hub().connection().token();
        try (RecordedLog log = RecordedLog.ofEverything()) {
            FakeRequest post = server.send(new FakeRequest("POST", target));
            post.input().breakOff();
            server.get(target).breakOff();

            assertThat(log.text()).contains("has been broken off", "has gone").doesNotContain(secret);
        }
    }
}
