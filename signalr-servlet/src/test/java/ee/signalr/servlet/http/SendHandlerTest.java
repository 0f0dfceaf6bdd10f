// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.servlet.fakes.FakeRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendHandlerTest {

    private static final String TAKEN = "200 text/plain 0 ''";
    private static final String ENDED = "404 text/plain 0 ''";

    private final ServletFixture server = ServletFixture.create();

    private static FakeRequest openPost(String target) {
        return new FakeRequest("POST", target);
    }

    @Test
    void shouldTakeABodyAndAnswer200() {
        String target = server.startPolling();

        FakeRequest post = server.post(target, "hello");

        assertThat(post.isAnswered()).isTrue();
        assertThat(post.response().summary()).isEqualTo(TAKEN);
        assertThat(post.response().headers()).doesNotContainKey("Cache-Control");
        assertThat(server.hub().text()).isEqualTo("hello");
    }

    @Test
    void shouldTakeAnEmptyBody() {
        String target = server.startPolling();

        assertThat(server.post(target, "").response().summary()).isEqualTo(TAKEN);
        assertThat(server.hub().received()).isEmpty();
    }

    @Test
    void shouldTakeABodyBeforeATransportHasStarted() {
        String target = server.negotiate();

        assertThat(server.post(target, "early").response().summary()).isEqualTo(TAKEN);
        assertThat(server.hub().opened()).isEmpty();

        server.get(target);
        assertThat(server.hub().text()).isEqualTo("early");
    }

    @Test
    void shouldTakeABodyAsItArrivesAndAnswerAtItsEnd() {
        FakeRequest post = server.send(openPost(server.startPolling()));
        post.input().arrive("one ");
        post.input().arrive("two");

        assertThat(server.hub().text()).isEqualTo("one two");
        assertThat(post.isAnswered()).isFalse();

        post.input().end();
        assertThat(post.response().summary()).isEqualTo(TAKEN);
    }

    @Test
    void shouldGiveTheHubPiecesOfBoundedSize() {
        FakeRequest post = server.send(openPost(server.startPolling()));
        post.input().arrive(new byte[50_000]);
        post.input().end();

        assertThat(server.hub().received()).allMatch(piece -> piece.length <= 8192);
        assertThat(server.hub().text()).hasSize(50_000);
    }

    @Test
    void shouldTakeBodiesOneAfterTheOther() {
        String target = server.startPolling();
        FakeRequest first = server.send(openPost(target));
        first.input().arrive("1a");
        FakeRequest second = server.post(target, "2");
        FakeRequest third = server.post(target, "3");
        assertThat(second.isAnswered()).isFalse();

        first.input().arrive("1b");
        first.input().end();

        assertThat(List.of(first, second, third))
                .allMatch(post -> post.response().summary().equals(TAKEN));
        assertThat(server.hub().text()).isEqualTo("1a1b23");
    }

    @Test
    void shouldNotRecurseHoweverManyBodiesWait() {
        String target = server.startPolling();
        FakeRequest first = server.send(openPost(target));
        List<FakeRequest> others = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            others.add(server.post(target, "x"));
        }

        first.input().end();

        assertThat(others).allMatch(FakeRequest::isAnswered);
        assertThat(server.hub().text()).hasSize(10_000);
    }

    @Test
    void shouldPassTheTurnWhenAClientBreaksOff() {
        String target = server.startPolling();
        FakeRequest broken = server.send(openPost(target));
        broken.input().arrive("half");
        FakeRequest next = server.post(target, "whole");

        broken.input().breakOff();

        assertThat(broken.response().summary()).isEqualTo("400 text/plain 0 ''");
        assertThat(next.response().summary()).isEqualTo(TAKEN);
        assertThat(server.hub().text()).isEqualTo("halfwhole");
    }

    @Test
    void shouldNotTakeATurnForAClientThatBrokeOffWhileWaiting() {
        String target = server.startPolling();
        FakeRequest first = server.send(openPost(target));
        FakeRequest broken = server.post(target, "unheard");
        broken.breakOff();
        FakeRequest last = server.post(target, "last");

        first.input().end();

        assertThat(broken.response().status()).isEqualTo(400);
        assertThat(last.response().status()).isEqualTo(200);
        assertThat(server.hub().text()).isEqualTo("last");
    }

    @Test
    void shouldStopReadingWhileTheHubIsBusyAndGoOnLater() {
        String target = server.startPolling();
        server.hub().doing((connection, text) -> connection.waitingInput().reserve(text.length()));
        FakeRequest post = server.send(openPost(target));
        post.input().arrive(new byte[1_000_000]);
        post.input().end();

        assertThat(post.isAnswered()).isFalse();
        assertThat(post.input().bytesRead()).isBetween(65_536L, 65_536L + 8_192);

        server.hub().doing((connection, text) -> {});
        server.hub().connection().waitingInput().release((int) post.input().bytesRead());

        assertThat(post.response().summary()).isEqualTo(TAKEN);
        assertThat(server.hub().text()).hasSize(1_000_000);
    }

    @Test
    void shouldAnswerOnlyWhenTheHubHasRoomForWhatWasTaken() {
        String target = server.startPolling();
        server.hub().doing((connection, text) -> connection.waitingInput().reserve(100_000));
        FakeRequest post = server.post(target, "much work");
        assertThat(post.isAnswered()).isFalse();

        server.hub().connection().waitingInput().release(100_000);

        assertThat(post.response().summary()).isEqualTo(TAKEN);
    }

    @Test
    void shouldKeepALittleOnlyOfWhatComesBeforeTheTransport() {
        String target = server.negotiate();
        FakeRequest post = server.send(openPost(target));
        post.input().arrive(new byte[1_000_000]);
        post.input().end();

        assertThat(post.input().bytesRead()).isLessThan(80_000);

        server.get(target);
        assertThat(post.response().summary()).isEqualTo(TAKEN);
    }

    @Test
    void shouldAnswer404WhenTheConnectionEndsWhileABodyWaits() {
        String target = server.startPolling();
        server.hub().doing((connection, text) -> connection.waitingInput().reserve(100_000));
        FakeRequest taken = server.post(target, "taken, but without room");
        FakeRequest waiting = server.post(target, "not taken");

        server.hub().connection().abort(null);

        assertThat(taken.response().summary()).isEqualTo(ENDED);
        assertThat(waiting.response().summary()).isEqualTo(ENDED);
        assertThat(server.hub().text()).isEqualTo("taken, but without room");
    }

    @Test
    void shouldAnswer404WhenBytesAreLeftThatNobodyWants() {
        String target = server.startPolling();
        server.hub().doing((connection, text) -> connection.close(CloseStatus.NORMAL));
        FakeRequest post = server.send(openPost(target));
        post.input().arrive(new byte[100_000]);

        assertThat(post.response().summary()).isEqualTo(ENDED);
        assertThat(post.input().bytesRead()).isEqualTo(8192);
    }

    @Test
    void shouldAnswer200WhenTheBodyItselfHasEndedTheConnection() {
        String target = server.startPolling();
        server.hub().doing((connection, text) -> connection.endInput(new IllegalStateException("broken message")));

        assertThat(server.post(target, "{").response().summary()).isEqualTo(TAKEN);
        assertThat(server.hub().ends()).containsExactly("IllegalStateException");
    }

    /** As on Jetty, whose input does not know its end before it has looked for more. */
    @Test
    void shouldAnswer200WhenTheBodyHasEndedTheConnectionAndNotYetTheInput() {
        String target = server.startPolling();
        server.hub().doing((connection, text) -> connection.close(CloseStatus.NORMAL));
        FakeRequest post = server.send(openPost(target).contentLength(1));

        post.input().arrive("{");

        assertThat(post.response().summary()).isEqualTo(TAKEN);
    }

    /** As on GlassFish and Payara. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 20_000})
    void shouldTakeAllThatHasArrivedOfAnInputThatIsFinishedBefore(long length) {
        FakeRequest post = openPost(server.startPolling()).contentLength(length);
        post.input().finishingEarly().arrive(new byte[20_000]);
        post.input().end();

        server.send(post);

        assertThat(post.response().summary()).isEqualTo(TAKEN);
        assertThat(server.hub().text()).hasSize(20_000);
    }

    @Test
    void shouldAnswer405ForAWebSocket() {
        String target = server.negotiate();
        server.send(FakeRequest.get(target).upgrade());

        assertThat(server.post(target, "x").response().summary())
                .isEqualTo("405 text/plain 56 'POST requests are not allowed for WebSocket connections.'");
    }

    @Test
    void shouldRefuseWhenAFilterForbidsAsynchronousRequests() {
        String target = server.negotiate();
        FakeRequest post = FakeRequest.post(target, "x").withoutAsync();

        assertThat(server.answer(post).status()).isEqualTo(404);
    }

    @Test
    void shouldPassBytesOnAsTheyAre() {
        String target = server.startPolling();
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        FakeRequest post = server.send(openPost(target).contentLength(all.length));
        post.input().arrive(all);
        post.input().end();

        assertThat(server.hub().received()).hasSize(1);
        assertThat(server.hub().received().get(0)).isEqualTo(all);
    }

    private static ServletFixture withMaximumPost(long bytes) {
        return ServletFixture.with(Settings.defaults().with(Options.MAXIMUM_POST_SIZE, bytes));
    }

    @Test
    void shouldRefuseABodyThatSaysItIsTooLargeWithoutReadingAny() {
        ServletFixture small = withMaximumPost(1000);
        String target = small.startPolling();

        FakeRequest large = small.send(openPost(target).contentLength(1001));
        large.input().arrive(new byte[1001]);

        assertThat(large.response().summary()).isEqualTo("413 text/plain 0 ''");
        assertThat(large.input().bytesRead()).isZero();
        assertThat(small.post(target, "x".repeat(1000)).response().summary()).isEqualTo(TAKEN);
        assertThat(small.hub().ends()).isEmpty();
    }

    @Test
    void shouldEndAConnectionWhoseBodyTurnsOutTooLarge() {
        ServletFixture small = withMaximumPost(10_000);
        String target = small.startPolling();
        FakeRequest poll = small.get(target);
        FakeRequest large = small.send(openPost(target));
        FakeRequest next = small.post(target, "next");

        large.input().arrive(new byte[10_001]);

        assertThat(large.response().summary()).isEqualTo("413 text/plain 0 ''");
        assertThat(small.hub().text()).hasSize(8192);
        assertThat(small.hub().ends()).containsExactly("BodyTooLargeException");
        assertThat(next.response().summary()).isEqualTo(ENDED);
        assertThat(poll.response().status()).isEqualTo(204);
    }

    @Test
    void shouldTakeABodyOfUnknownLengthUpToTheLimit() {
        ServletFixture small = withMaximumPost(10_000);
        FakeRequest post = small.send(openPost(small.startPolling()));

        post.input().arrive(new byte[10_000]);
        post.input().end();

        assertThat(post.response().summary()).isEqualTo(TAKEN);
        assertThat(small.hub().text()).hasSize(10_000);
    }

    @Test
    void shouldTakeBodiesOfAnySizeWithoutALimit() {
        ServletFixture open = withMaximumPost(0);
        FakeRequest post = open.send(openPost(open.startPolling()).contentLength(Long.MAX_VALUE));

        post.input().arrive(new byte[17_000_000]);
        post.input().end();

        assertThat(post.response().summary()).isEqualTo(TAKEN);
    }
}
