// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalRServletTest {

    private static final String NO_ID = "400 text/plain 22 'Connection ID required'";
    private static final String UNKNOWN = "404 text/plain 26 'No Connection with that ID'";
    private static final String NOT_ALLOWED = "405 text/plain 0 ''";

    private final ServletFixture server = ServletFixture.create();

    static Stream<Arguments> requestsThatConcernNoConnection() {
        return Stream.of(
                arguments(FakeRequest.get("/hub"), NO_ID),
                arguments(FakeRequest.get("/hub?id="), NO_ID),
                arguments(FakeRequest.get("/hub").eventStream(), NO_ID),
                arguments(FakeRequest.post("/hub", "x"), NO_ID),
                arguments(new FakeRequest("DELETE", "/hub"), NO_ID),
                arguments(FakeRequest.get("/hub?id=nope"), UNKNOWN),
                arguments(FakeRequest.get("/hub?id=nope").eventStream(), UNKNOWN),
                arguments(FakeRequest.get("/hub?id=nope").upgrade(), UNKNOWN),
                arguments(FakeRequest.post("/hub?id=nope", "x"), UNKNOWN),
                arguments(new FakeRequest("DELETE", "/hub?id=nope"), UNKNOWN),
                arguments(new FakeRequest("PUT", "/hub?id=nope"), NOT_ALLOWED),
                arguments(new FakeRequest("HEAD", "/hub"), NOT_ALLOWED),
                arguments(new FakeRequest("OPTIONS", "/hub"), NOT_ALLOWED),
                arguments(new FakeRequest("OPTIONS", "/hub/negotiate"), NOT_ALLOWED),
                arguments(new FakeRequest("PATCH", "/hub"), NOT_ALLOWED),
                arguments(new FakeRequest("TRACE", "/hub"), NOT_ALLOWED),
                arguments(new FakeRequest("HEAD", "/hub/negotiate"), NOT_ALLOWED),
                arguments(FakeRequest.post("/hub/refresh", ""), "404 text/plain 0 ''"),
                arguments(FakeRequest.get("/hub/negotiate"), NOT_ALLOWED),
                arguments(new FakeRequest("DELETE", "/hub/negotiate"), NOT_ALLOWED),
                arguments(FakeRequest.get("/elsewhere"), "404 text/plain 0 ''"));
    }

    @ParameterizedTest
    @MethodSource("requestsThatConcernNoConnection")
    void shouldAnswerAsTheReferenceWhenThereIsNoConnection(FakeRequest request, String answer) {
        assertThat(server.answer(request).summary()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hub", "/hub?id=nope"})
    void shouldForbidCachingOfEveryAnswerToAPoll(String target) {
        FakeResponse answer = server.answer(FakeRequest.get(target));

        assertThat(answer.headers())
                .containsEntry("Cache-Control", "no-cache, no-store")
                .containsEntry("Pragma", "no-cache")
                .containsEntry("Expires", "Thu, 01 Jan 1970 00:00:00 GMT");
    }

    static Stream<FakeRequest> requestsThatFail() {
        return Stream.of(
                FakeRequest.get("/hub?id=nope").eventStream(),
                FakeRequest.get("/hub").upgrade().origin("https://evil.example"),
                FakeRequest.post("/hub?id=nope", ""),
                new FakeRequest("DELETE", "/hub"),
                new FakeRequest("TRACE", "/hub"),
                new FakeRequest("PUT", "/hub/negotiate"),
                FakeRequest.get("/elsewhere"));
    }

    @ParameterizedTest
    @MethodSource("requestsThatFail")
    void shouldForbidStoringOfErrors(FakeRequest request) {
        assertThat(server.answer(request).header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @MethodSource("requestsThatFail")
    void shouldForbidSniffingInErrors(FakeRequest request) {
        assertThat(server.answer(request).header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void shouldForbidStoringOfTokensAndNothingElseOfWhatGoesWell() {
        String target = server.negotiate();
        FakeRequest negotiate = FakeRequest.post("/hub/negotiate", "");

        assertThat(server.answer(negotiate).header("Cache-Control")).isEqualTo("no-store");
        assertThat(server.answer(FakeRequest.get(target)).header("Cache-Control"))
                .isEqualTo("no-cache, no-store");
        assertThat(server.answer(FakeRequest.post(target, "")).headers()).doesNotContainKey("Cache-Control");
        assertThat(server.answer(new FakeRequest("DELETE", target)).headers()).doesNotContainKey("Cache-Control");
        assertThat(negotiate.response().header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void shouldFindNoConnectionByItsPublicId() {
        String body = server.answer(FakeRequest.post("/hub/negotiate?negotiateVersion=1", ""))
                .body();
        String id = body.replaceAll(".*\"connectionId\":\"([^\"]+)\".*", "$1");

        assertThat(server.answer(FakeRequest.get("/hub?id=" + id)).summary()).isEqualTo(UNKNOWN);
    }

    @Test
    void shouldFindNoConnectionOfAnotherHub() {
        String target = server.negotiate().replace("/hub", "/other");

        assertThat(server.answer(FakeRequest.get(target)).summary()).isEqualTo(UNKNOWN);
    }

    @Test
    void shouldServeAHubAtTheContextRoot() {
        assertThat(server.answer(FakeRequest.get("/").pathInfo("/")).summary()).isEqualTo(NO_ID);
    }

    @Test
    void shouldMatchTheNameOfTheIdIgnoringCase() {
        String target = server.negotiate().replace("?id=", "?x=y&ID=");

        assertThat(server.answer(FakeRequest.get(target)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("transportsThatAreNotOffered")
    void shouldAnswer404WhenTheHubDoesNotOfferTheTransport(TransportType type, FakeRequest request) {
        Settings without = Settings.defaults()
                .with(
                        Options.TRANSPORTS,
                        Set.copyOf(Stream.of(TransportType.values())
                                .filter(other -> other != type)
                                .toList()));
        ServletFixture restricted = ServletFixture.with(without);
        String token = restricted.negotiate().replaceAll(".*id=", "");

        FakeRequest withToken = request.header("X-Test", "any").token(token);

        assertThat(restricted.answer(withToken).body())
                .isEqualTo(type.wireName() + " transport not supported by this end point type");
        assertThat(withToken.response().status()).isEqualTo(404);
        assertThat(withToken.response().header("Content-Type")).isEqualTo("text/plain");
    }

    static Stream<Arguments> transportsThatAreNotOffered() {
        return Stream.of(
                arguments(TransportType.WEB_SOCKETS, FakeRequest.get("/hub").upgrade()),
                arguments(
                        TransportType.SERVER_SENT_EVENTS,
                        FakeRequest.get("/hub").eventStream()),
                arguments(TransportType.LONG_POLLING, FakeRequest.get("/hub")));
    }

    @Test
    void shouldPreferTheEventStreamToTheUpgrade() {
        String target = server.negotiate();

        FakeRequest both = server.send(FakeRequest.get(target).upgrade().eventStream());

        assertThat(both.response().header("Content-Type")).isEqualTo("text/event-stream");
    }

    @Test
    void shouldTakeAnIncompleteUpgradeForAPoll() {
        String target = server.negotiate();

        FakeResponse answer = server.answer(FakeRequest.get(target).header("Upgrade", "websocket"));

        assertThat(answer.summary()).isEqualTo("200 application/octet-stream 0 ''");
    }

    @Test
    void shouldTakeAnUpgradeForAPollWhenTheServerHasNoWebSockets() {
        ServletFixture plain = ServletFixture.withoutWebSockets();
        String target = plain.negotiate();

        assertThat(plain.answer(FakeRequest.get(target).upgrade()).summary())
                .isEqualTo("200 application/octet-stream 0 ''");
    }

    @Test
    void shouldTellTheServiceOfItsLife() {
        assertThat(server.starts()).isEqualTo(1);

        server.servlet().destroy();

        assertThat(server.stops()).isEqualTo(1);
    }
}
