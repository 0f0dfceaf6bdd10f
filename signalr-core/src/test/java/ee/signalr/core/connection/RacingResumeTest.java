// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.test.LossyTransport;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.transport.OutboundMessage;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** One thread sends while another replaces carriers and a third reports late from those that have been replaced. */
class RacingResumeTest {

    private static final int MESSAGES = 5_000;
    private static final int RETURNS = 200;

    private final Resumption resumption = new Resumption() {
        @Override
        public OutboundMessage announcement(long number) {
            return OutboundMessage.ofText("#" + number + ";");
        }

        @Override
        public void resumed() {
            // Nothing has begun.
        }
    };

    @RepeatedTest(20)
    @Timeout(60)
    void shouldKeepNumbersAndLoseNothing() throws Exception {
        RawConnections connections = new RawConnections();
        TransportConnection connection = connections
                .manager()
                .create(connections.endpoint(), ConnectionKind.RESUMABLE, Applicant.anonymous("127.0.0.1"))
                .connection();
        LossyTransport last = new LossyTransport(connection);
        connection.start(last, Origins.anonymous());
        assertThat(connection.allowResume(resumption)).isTrue();
        last.open();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> sending = threads.submit(() -> send(connection));
            for (int i = 0; i < RETURNS; i++) {
                LossyTransport old = last;
                last = new LossyTransport(connection);
                assertThat(connection.start(last, Origins.anonymous())).isEqualTo(StartResult.RESUMED);
                threads.submit(() -> reportLate(old));
                last.open();
                assertNumbered(old);
            }
            sending.get(30, TimeUnit.SECONDS);
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(assertNumbered(last)).isEqualTo(MESSAGES);
        assertThat(connections.listener().ends()).isEmpty();
    }

    private static void send(TransportConnection connection) {
        for (int number = 1; number <= MESSAGES; number++) {
            connection.send(OutboundMessage.ofText(number + ";"), true);
            if (number % 50 == 0) {
                // Far behind what the client may have, so that it is true.
                connection.confirm(number / 2);
            }
        }
    }

    private static void reportLate(LossyTransport old) {
        old.reportSent();
        old.say("late");
        old.vanish();
        old.leave();
    }

    /** Each message has the number that its place behind the announcement gives it; answers the last one. */
    private static long assertNumbered(LossyTransport transport) {
        List<String> said = transport.delivered().stream()
                .flatMap(frame -> Arrays.stream(frame.split(";")))
                .toList();
        if (said.isEmpty()) {
            return 0;
        }
        long next = said.get(0).startsWith("#") ? Long.parseLong(said.get(0).substring(1)) : 1;
        for (String text : said.subList(said.get(0).startsWith("#") ? 1 : 0, said.size())) {
            assertThat(text).isEqualTo(Long.toString(next));
            next++;
        }
        return next - 1;
    }
}
