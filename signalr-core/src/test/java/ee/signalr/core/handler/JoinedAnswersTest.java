// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.notification;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.HubCallerClients;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers to calls that came together leave together, but none waits for a call that takes long. */
class JoinedAnswersTest {

    private final AnswerHub hub = new AnswerHub();
    private final TestServer server = new TestServer(hub);
    private final TestClient client = server.connected();
    private final int handshakes = client.transport().frames().size();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAnswerCallsOfOneChunkInOneFrame() {
        client.say(IntStream.range(0, 16)
                .mapToObj(i -> invocation(String.valueOf(i), "echo", "\"x\""))
                .toArray(String[]::new));
        server.run();

        assertThat(frames()).isOne();
        assertThat(client.news()).hasSize(16);
    }

    @Test
    void shouldAnswerCallsThatWaitTogetherInOneFrame() {
        client.say(invocation("1", "echo", "\"x\"")).say(invocation("2", "echo", "\"x\""));
        server.run();

        assertThat(frames()).isOne();
    }

    @Test
    void shouldAnswerASingleCallAtOnce() {
        client.call("1", "echo", "\"x\"");

        assertThat(frames()).isOne();
        assertThat(server.timer().pending()).isZero();
    }

    @Test
    void shouldAnswerTheFirstCallALittleLaterWhenTheNextTakesLong() {
        client.say(invocation("1", "echo", "\"a\""), invocation("2", "echoSlowly", "\"b\""));
        hub.whileEchoingSlowly = () -> {
            assertThat(client.news()).isEmpty();
            server.timer().fire();
            assertThat(client.news()).containsExactly(result("1", "\"a\""));
        };

        server.run();

        assertThat(server.timer().delaysInMicros()).containsExactly(1_000L);
        assertThat(client.news()).containsExactly(result("2", "\"b\""));
    }

    @Test
    void shouldAskTheTimerOnceForManyAnswers() {
        hub.whileEchoingSlowly = () -> assertThat(server.timer().pending()).isOne();

        client.say(
                invocation("1", "echo", "\"a\""),
                invocation("2", "echo", "\"b\""),
                invocation("3", "echo", "\"c\""),
                invocation("4", "echoSlowly", "\"d\""));
        server.run();

        assertThat(server.timer().delaysInMicros()).hasSize(1);
        assertThat(frames()).isOne();
    }

    @Test
    void shouldSendNothingLateWhenAllHasLeft() {
        client.say(invocation("1", "echo", "\"a\""), invocation("2", "echo", "\"b\""));
        server.run();
        assertThat(frames()).isOne();

        server.timer().fire();

        assertThat(frames()).isOne();
    }

    @Test
    void shouldAnswerBeforeACallThatIsNotFinished() {
        client.say(invocation("1", "echo", "\"a\""), invocation("2", "later"), invocation("3", "echo", "\"c\""));
        server.run();
        assertThat(client.news()).containsExactly(result("1", "\"a\""));

        hub.later.complete("b");
        server.run();
        assertThat(client.news()).containsExactly(result("2", "\"b\""), result("3", "\"c\""));
    }

    @Test
    void shouldSendWhatAHubSendsBeforeItsAnswer() {
        client.say(invocation("1", "echo", "\"a\""), invocation("2", "callBack"), invocation("3", "echo", "\"c\""));
        server.run();

        assertThat(client.news())
                .containsExactly(
                        result("1", "\"a\""),
                        "{\"type\":1,\"target\":\"called\",\"arguments\":[1]}",
                        "{\"type\":1,\"target\":\"called\",\"arguments\":[2]}",
                        result("2", "null"),
                        result("3", "\"c\""));
    }

    @Test
    void shouldLeaveNothingHeldWhenTheLastCallWantsNoAnswer() {
        client.say(invocation("1", "echo", "\"a\""), notification("echo", "\"b\""));
        server.run();

        assertThat(client.news()).containsExactly(result("1", "\"a\""));
    }

    @Test
    void shouldLeaveNothingHeldWhenAFairShareIsUsedUp() {
        client.say(IntStream.range(0, 200)
                .mapToObj(i -> invocation(String.valueOf(i), "echo", "\"x\""))
                .toArray(String[]::new));
        server.executor().runOne();
        assertThat(client.news()).isEmpty();

        server.timer().fire();
        assertThat(client.news()).hasSize(64);

        server.run();
        assertThat(client.news()).hasSize(136);
    }

    private int frames() {
        return client.transport().frames().size() - handshakes;
    }

    /** Answers, and does what the test wants meanwhile. */
    static final class AnswerHub {

        private final CompletableFuture<String> later = new CompletableFuture<>();
        private Runnable whileEchoingSlowly = () -> {};

        public String echo(String text) {
            return text;
        }

        public String echoSlowly(String text) {
            whileEchoingSlowly.run();
            return text;
        }

        public CompletionStage<String> later() {
            return later;
        }

        public void callBack(HubCallerClients clients) {
            clients.caller().send("called", 1);
            clients.caller().send("called", 2);
        }
    }
}
