// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.error;
import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.notification;
import static ee.signalr.core.test.TestClient.result;
import static ee.signalr.core.test.TestClient.streamInvocation;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.test.ManualClock;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often a client may call. */
class CallRateTest {

    private static final String TOO_OFTEN = "Failed to invoke 'echo' because the client calls too often";

    private final ManualClock clock = new ManualClock();
    private final TestServer server = new TestServer(new EchoHub()).with(Options.MAXIMUM_INVOCATIONS_PER_SECOND, 3);

    @Test
    void shouldAdmitSoManyAtOnceAndThenSoManyPerSecond() {
        CallRate rate = new CallRate(10, clock);
        assertThat(admitted(rate, 100)).isEqualTo(10);

        clock.advance(Duration.ofMillis(500));
        assertThat(admitted(rate, 100)).isEqualTo(5);

        clock.advance(Duration.ofHours(1));
        assertThat(admitted(rate, 100)).isEqualTo(10);
    }

    private static int admitted(CallRate rate, int calls) {
        int admitted = 0;
        for (int i = 0; i < calls; i++) {
            admitted += rate.admit() ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void shouldAnswerACallThatIsOneTooManyAndGoOn() {
        TestClient client = server.connected();
        for (int i = 0; i < 5; i++) {
            client.call("" + i, "echo", "\"x\"");
        }
        assertThat(client.news())
                .containsExactly(
                        result("0", "\"x\""),
                        result("1", "\"x\""),
                        result("2", "\"x\""),
                        error("3", TOO_OFTEN),
                        error("4", TOO_OFTEN));

        server.pass(Duration.ofSeconds(1));
        assertThat(client.call("5", "echo", "\"y\"").news()).containsExactly(result("5", "\"y\""));
        assertThat(server.connections().crossings().of(server.endpoint(), Options.MAXIMUM_INVOCATIONS_PER_SECOND))
                .isEqualTo(2);
    }

    @Test
    void shouldCountUnknownMethodsAndStreamsAndCallsWithoutAnId() {
        TestClient client = server.connected();
        client.say(invocation("0", "unknown"), streamInvocation("1", "nothing"), notification("unknown"));
        server.run();
        client.news();

        client.say(notification("echo", "\"x\""), invocation("2", "echo", "\"x\""));
        server.run();

        assertThat(client.news()).containsExactly(error("2", TOO_OFTEN));
        assertThat(server.activator().activated()).isZero();
    }

    @Test
    void shouldCountNothingByDefault() {
        TestServer free = new TestServer(new EchoHub());
        TestClient client = free.connected();
        for (int i = 0; i < 1_000; i++) {
            client.tell("echo", "\"x\"");
        }
        assertThat(client.call("0", "echo", "\"x\"").news()).containsExactly(result("0", "\"x\""));
        free.close();
        server.close();
    }

    /** Gives back what it gets. */
    static final class EchoHub {

        public String echo(String text) {
            return text;
        }
    }
}
