// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.transport.CloseStatus;
import ee.signalr.servlet.fakes.FakeRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {

    private final ServletFixture server = ServletFixture.create();
    private final String target = server.negotiate();

    private FakeRequest open() {
        return server.send(FakeRequest.get(target).eventStream());
    }

    private static String flushed(FakeRequest stream) {
        return stream.response().output().text();
    }

    @Test
    void shouldOpenAStreamWithAComment() {
        FakeRequest stream = open();

        assertThat(stream.isAnswered()).isFalse();
        assertThat(stream.response().status()).isEqualTo(200);
        assertThat(stream.response().headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Content-Type", "text/event-stream",
                        "Cache-Control", "no-cache,no-store",
                        "Pragma", "no-cache",
                        "Content-Encoding", "identity",
                        "X-Accel-Buffering", "no",
                        "X-Content-Type-Options", "nosniff"));
        assertThat(flushed(stream)).isEqualTo(":\r\n");
    }

    @Test
    void shouldSendEachFrameAsAnEventAndFlushIt() {
        FakeRequest stream = open();

        server.hub().send("{}\u001e");
        assertThat(flushed(stream)).isEqualTo(":\r\ndata: {}\u001e\r\n\r\n");

        server.hub().send("more");
        assertThat(flushed(stream)).endsWith("\r\n\r\ndata: more\r\n\r\n");
    }

    @Test
    void shouldJoinWhatWaitsIntoOneEvent() {
        FakeRequest stream = FakeRequest.get(target).eventStream();
        stream.response().output().block();
        server.send(stream);
        server.hub().send("a\u001e");
        server.hub().send("b\u001e");

        stream.response().output().unblock();

        assertThat(flushed(stream)).isEqualTo(":\r\ndata: a\u001eb\u001e\r\n\r\n");
    }

    @Test
    void shouldSendTheAnswerToWhatCameEarly() {
        server.hub().echoing();
        server.post(target, "early");

        assertThat(flushed(open())).isEqualTo(":\r\ndata: early\r\n\r\n");
    }

    @Test
    void shouldAnswer409ToASecondStream() {
        FakeRequest stream = open();

        assertThat(server.answer(FakeRequest.get(target).eventStream()).summary())
                .isEqualTo("409 text/plain 0 ''");

        server.hub().send("still there");
        assertThat(flushed(stream)).endsWith("still there\r\n\r\n");
    }

    @Test
    void shouldAnswer400ToAPollAndToAnUpgrade() {
        open();

        assertThat(server.answer(FakeRequest.get(target)).body()).isEqualTo("Cannot change transports mid-connection");
        assertThat(server.answer(FakeRequest.get(target).upgrade()).status()).isEqualTo(400);
    }

    @Test
    void shouldEndTheStreamWhenTheHubHasSaidAll() {
        FakeRequest stream = open();
        server.hub().send("bye");

        server.hub().connection().close(CloseStatus.NORMAL);

        assertThat(stream.isAnswered()).isTrue();
        assertThat(flushed(stream)).endsWith("data: bye\r\n\r\n");
        assertThat(server.connections().size()).isZero();
        assertThat(server.answer(FakeRequest.post(target, "x")).status()).isEqualTo(404);
    }

    @Test
    void shouldEndTheConnectionWhenTheClientHasGone() {
        FakeRequest stream = open();

        stream.breakOff();

        assertThat(stream.isAnswered()).isTrue();
        assertThat(server.hub().ends()).containsExactly("in order");
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldEndTheConnectionWhenAnEventCannotBeWritten() {
        FakeRequest stream = open();
        stream.response().output().breakOff();

        server.hub().send("into the void");

        assertThat(server.hub().ends()).containsExactly("in order");
        assertThat(stream.isAnswered()).isTrue();
    }

    @Test
    void shouldSurviveAContainerThatHasCompletedTheStreamItself() {
        FakeRequest stream = open();
        stream.vanish();

        server.hub().connection().close(CloseStatus.NORMAL);

        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldCutOffAClientThatDoesNotRead() {
        FakeRequest stream = open();
        stream.response().output().block();
        server.hub().send("unread");

        server.pass(Duration.ofSeconds(11));

        assertThat(stream.isAnswered()).isTrue();
        assertThat(server.hub().ends()).containsExactly("SendTimeoutException");
    }

    @Test
    void shouldLiveWithoutTrafficForAsLongAsTheHubWants() {
        FakeRequest stream = open();

        server.pass(Duration.ofMinutes(10));

        assertThat(stream.isAnswered()).isFalse();
    }

    @Test
    void shouldEndTheStreamAtOnceWhenTheHubClosesWhileItOpens() {
        server.hub().doing((connection, text) -> connection.close(CloseStatus.NORMAL));
        server.post(target, "not wanted");

        FakeRequest stream = open();

        assertThat(stream.isAnswered()).isTrue();
        assertThat(server.connections().size()).isZero();
    }
}
