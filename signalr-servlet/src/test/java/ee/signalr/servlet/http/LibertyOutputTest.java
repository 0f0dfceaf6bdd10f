// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.transport.CloseStatus;
import ee.signalr.servlet.fakes.FakeRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Event streams and polls on a server whose output makes the writer wait. */
class LibertyOutputTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final ServletFixture server = ServletFixture.onLiberty(background::add);
    private final String target = server.negotiate();

    private void work() {
        for (Runnable task = background.poll(); task != null; task = background.poll()) {
            task.run();
        }
    }

    private FakeRequest openStream() {
        FakeRequest stream = server.send(FakeRequest.get(target).eventStream());
        work();
        return stream;
    }

    @Test
    void shouldNotWriteEventsOnTheThreadOfTheSender() {
        FakeRequest stream = openStream();

        server.hub().send("x");
        assertThat(stream.response().output().text()).isEqualTo(":\r\n");

        work();
        assertThat(stream.response().output().text()).isEqualTo(":\r\ndata: x\r\n\r\n");
    }

    @Test
    void shouldJoinEventsThatWaitForTheWriter() {
        FakeRequest stream = openStream();
        server.hub().send("1");
        server.hub().send("2");
        server.hub().send("3");

        work();

        assertThat(stream.response().output().text()).endsWith("data: 1\r\n\r\ndata: 23\r\n\r\n");
    }

    @Test
    void shouldEndAStreamOnlyWhenItsWriterHasReturned() {
        FakeRequest stream = openStream();
        server.hub().send("the client does not read this");

        server.pass(Duration.ofSeconds(11));

        assertThat(server.hub().ends()).containsExactly("SendTimeoutException");
        assertThat(server.connections().size()).isZero();
        assertThat(stream.isAnswered()).isFalse();

        work();
        assertThat(stream.isAnswered()).isTrue();
    }

    @Test
    void shouldEndAnIdleStreamAtOnce() {
        FakeRequest stream = openStream();

        server.hub().connection().close(CloseStatus.NORMAL);

        assertThat(stream.isAnswered()).isTrue();
    }

    @Test
    void shouldNotWriteThePollsAnswerOnTheThreadOfTheSender() {
        server.answer(FakeRequest.get(target));
        FakeRequest poll = server.get(target);

        server.hub().send("x");
        assertThat(poll.isAnswered()).isFalse();

        work();
        assertThat(poll.response().summary()).isEqualTo("200 application/octet-stream 1 'x'");
        assertThat(poll.isAnswered()).isTrue();
    }

    @Test
    void shouldAnswerPollsWithoutDataAtOnce() {
        server.answer(FakeRequest.get(target));
        FakeRequest replaced = server.get(target);
        FakeRequest last = server.get(target);

        server.hub().connection().close(CloseStatus.NORMAL);

        assertThat(replaced.response().status()).isEqualTo(204);
        assertThat(last.response().status()).isEqualTo(204);
        assertThat(background).isEmpty();
    }

    @Test
    void shouldGiveUpAPollOnlyWhenItsWriterHasReturned() {
        server.answer(FakeRequest.get(target));
        FakeRequest poll = server.get(target);
        server.hub().send("the client does not read this");

        server.pass(Duration.ofSeconds(11));

        assertThat(server.hub().ends()).containsExactly("SendTimeoutException");
        assertThat(poll.isAnswered()).isFalse();

        work();
        assertThat(poll.isAnswered()).isTrue();
    }
}
