// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a client that polls as it should gets to see. */
class LongPollingTest {

    private static final String EMPTY = "200 text/plain 0 ''";
    private static final String CLOSED = "204 text/plain null ''";

    private final ServletFixture server = ServletFixture.create();

    private static String data(String body) {
        return "200 application/octet-stream " + body.length() + " '" + body + "'";
    }

    @Test
    void shouldAnswerTheFirstPollAtOnceAndWithoutData() {
        String target = server.negotiate();
        server.hub().echoing();
        server.post(target, "early");

        FakeResponse first = server.answer(FakeRequest.get(target));

        assertThat(first.summary()).isEqualTo("200 application/octet-stream 0 ''");
        assertThat(server.get(target).response().summary()).isEqualTo(data("early"));
    }

    @Test
    void shouldAnswerAPollWithWhatWaits() {
        String target = server.startPolling();
        server.hub().send("a");
        server.hub().send("b");

        FakeRequest poll = server.get(target);

        assertThat(poll.isAnswered()).isTrue();
        assertThat(poll.response().summary()).isEqualTo(data("ab"));
        assertThat(poll.response().headers()).containsEntry("Cache-Control", "no-cache, no-store");
    }

    @Test
    void shouldAnswerAWaitingPollWhenDataComes() {
        String target = server.startPolling();
        FakeRequest poll = server.get(target);
        assertThat(poll.isAnswered()).isFalse();

        server.hub().send("now");

        assertThat(poll.isAnswered()).isTrue();
        assertThat(poll.response().summary()).isEqualTo(data("now"));
    }

    @Test
    void shouldKeepDataForTheNextPollWhenNoneWaits() {
        String target = server.startPolling();
        server.get(target);
        server.hub().send("1");
        server.hub().send("2");
        server.hub().send("3");

        assertThat(server.get(target).response().summary()).isEqualTo(data("23"));
    }

    @Test
    void shouldJoinAllThatWaitsHoweverMuchItIs() {
        String target = server.startPolling();
        String part = "x".repeat(60_000);
        for (int i = 0; i < 5; i++) {
            server.hub().send(part);
        }

        assertThat(server.get(target).response().body()).hasSize(300_000);
    }

    @Test
    void shouldAnswerEmptyWhenNothingComesInTime() {
        String target = server.startPolling();
        FakeRequest poll = server.get(target);

        server.pass(Duration.ofSeconds(90));
        assertThat(poll.isAnswered()).isFalse();

        server.pass(Duration.ofSeconds(1));
        assertThat(poll.isAnswered()).isTrue();
        assertThat(poll.response().summary()).isEqualTo(EMPTY);

        server.hub().send("later");
        assertThat(server.get(target).response().summary()).isEqualTo(data("later"));
    }

    @Test
    void shouldWaitForAsLongAsTheOptionSays() {
        ServletFixture quick =
                ServletFixture.with(Settings.defaults().with(Options.LONG_POLLING_POLL_TIMEOUT, Duration.ofSeconds(3)));
        FakeRequest poll = quick.get(quick.startPolling());

        quick.pass(Duration.ofSeconds(4));

        assertThat(poll.response().summary()).isEqualTo(EMPTY);
    }

    @Test
    void shouldEndTheConnectionWhenNoPollComesInTime() {
        String target = server.startPolling();

        server.pass(Duration.ofSeconds(15));
        assertThat(server.hub().ends()).isEmpty();

        server.pass(Duration.ofSeconds(1));
        assertThat(server.hub().ends()).containsExactly("in order");
        assertThat(server.answer(FakeRequest.get(target)).status()).isEqualTo(404);
    }

    @Test
    void shouldNotEndTheConnectionWhileAPollWaits() {
        String target = server.startPolling();
        FakeRequest poll = server.get(target);

        server.pass(Duration.ofSeconds(60));

        assertThat(poll.isAnswered()).isFalse();
        assertThat(server.hub().ends()).isEmpty();
    }

    @Test
    void shouldCountTheTimeWithoutPollFromTheLastAnswer() {
        String target = server.startPolling();
        server.get(target);
        server.pass(Duration.ofSeconds(60));
        server.hub().send("x");

        server.pass(Duration.ofSeconds(15));
        assertThat(server.hub().ends()).isEmpty();

        server.pass(Duration.ofSeconds(1));
        assertThat(server.hub().ends()).hasSize(1);
    }

    @Test
    void shouldAnswer204ToAWaitingPollWhenTheHubCloses() {
        String target = server.startPolling();
        FakeRequest poll = server.get(target);

        server.hub().connection().close(CloseStatus.NORMAL);

        assertThat(poll.isAnswered()).isTrue();
        assertThat(poll.response().summary()).isEqualTo(CLOSED);
        assertThat(poll.response().headers()).containsEntry("Pragma", "no-cache");
        assertThat(server.answer(FakeRequest.get(target)).status()).isEqualTo(404);
    }

    @Test
    void shouldDeliverWhatIsLeftBefore204() {
        String target = server.startPolling();
        server.hub().send("last words");
        server.hub().connection().close(CloseStatus.NORMAL);

        assertThat(server.get(target).response().summary()).isEqualTo(data("last words"));
        assertThat(server.get(target).response().summary()).isEqualTo(CLOSED);
        assertThat(server.answer(FakeRequest.get(target)).status()).isEqualTo(404);
    }

    @Test
    void shouldDropAClosedConnectionThatNobodyPollsAnyMore() {
        server.startPolling();
        server.hub().send("unheard");
        server.hub().connection().close(CloseStatus.NORMAL);

        server.pass(Duration.ofSeconds(16));

        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldAnswer204ToAWaitingPollWhenTheConnectionIsCutOff() {
        FakeRequest poll = server.get(server.startPolling());

        server.hub().connection().abort(null);

        assertThat(poll.response().summary()).isEqualTo(CLOSED);
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldRefuseOtherTransportsOnceStarted() {
        String target = server.startPolling();

        assertThat(server.answer(FakeRequest.get(target).eventStream()).summary())
                .isEqualTo("400 text/plain 39 'Cannot change transports mid-connection'");
        assertThat(server.answer(FakeRequest.get(target).upgrade()).summary())
                .isEqualTo("400 text/plain 39 'Cannot change transports mid-connection'");
    }

    @Test
    void shouldRememberTheFirstPoll() {
        String target = server.negotiateAs("ann");
        server.answer(FakeRequest.get(target + "&who=ann").user("ann").header("X-Test", "1"));

        assertThat(server.hub().connection().caller().principal())
                .extracting("name")
                .isEqualTo("ann");
        assertThat(server.hub().connection().origin().request().queryParameter("who"))
                .contains("ann");
        assertThat(server.hub().connection().origin().request().header("x-test"))
                .contains("1");
    }
}
