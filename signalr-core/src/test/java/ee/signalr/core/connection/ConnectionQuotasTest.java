// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.TransportType;
import ee.signalr.core.config.Option;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.Admission.Outcome;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many connections there may be, and that each that goes makes room. */
class ConnectionQuotasTest {

    private final RawConnections connections = new RawConnections();
    private final ConnectionManager manager = connections.manager();

    private Admission ask(ConnectionEndpoint endpoint, String address, String user) {
        return manager.create(
                endpoint,
                ConnectionKind.FOUND_BY_TOKEN,
                user.isEmpty() ? Applicant.anonymous(address) : new Applicant(Origins.identity(user), address));
    }

    private ConnectionEndpoint limited(Option<Integer> option, int limit) {
        return connections.with(option, limit).endpoint();
    }

    @Test
    void shouldAdmitSoManyInAll() {
        ConnectionEndpoint endpoint = limited(Options.MAXIMUM_CONNECTIONS, 2);
        TransportConnection first = ask(endpoint, "a", "").connection();
        assertThat(ask(endpoint, "b", "ann").outcome()).isEqualTo(Outcome.ADMITTED);

        assertThat(ask(endpoint, "c", "").outcome()).isEqualTo(Outcome.SERVER_FULL);

        first.endInput();
        assertThat(ask(endpoint, "c", "").outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(manager.crossings().of(endpoint, Options.MAXIMUM_CONNECTIONS))
                .isOne();
    }

    @Test
    void shouldHoldEachEndpointToItsOwnLimit() {
        ConnectionEndpoint narrow = limited(Options.MAXIMUM_CONNECTIONS, 2);
        ConnectionEndpoint wide = limited(Options.MAXIMUM_CONNECTIONS, 0);
        ask(wide, "a", "");
        ask(wide, "a", "");

        assertThat(ask(narrow, "a", "").outcome()).isEqualTo(Outcome.SERVER_FULL);
        assertThat(ask(wide, "a", "").outcome()).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    void shouldAdmitSoManyThatWaitForTheirTransport() {
        ConnectionEndpoint endpoint = limited(Options.MAXIMUM_PENDING_CONNECTIONS, 1);
        TransportConnection first = ask(endpoint, "a", "").connection();
        assertThat(ask(endpoint, "a", "").outcome()).isEqualTo(Outcome.SERVER_FULL);

        RawConnections.start(first, TestTransport.webSocket());

        assertThat(ask(endpoint, "a", "").outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(manager.quotas().all()).isEqualTo(2);
        assertThat(manager.crossings().of(endpoint, Options.MAXIMUM_PENDING_CONNECTIONS))
                .isOne();
    }

    @Test
    void shouldAdmitSoManyOfAnAddress() {
        ConnectionEndpoint endpoint = limited(Options.MAXIMUM_CONNECTIONS_PER_ADDRESS, 2);
        ask(endpoint, "a", "ann");
        TransportConnection second = ask(endpoint, "a", "bob").connection();

        assertThat(ask(endpoint, "a", "").outcome()).isEqualTo(Outcome.ADDRESS_FULL);
        assertThat(ask(endpoint, "b", "").outcome()).isEqualTo(Outcome.ADMITTED);

        second.abort(null);
        assertThat(ask(endpoint, "a", "").outcome()).isEqualTo(Outcome.ADMITTED);
    }

    @Test
    void shouldAdmitSoManyOfAUserAndAnyNumberOfNobodies() {
        ConnectionEndpoint endpoint = limited(Options.MAXIMUM_CONNECTIONS_PER_USER, 1);
        ask(endpoint, "a", "ann");

        assertThat(ask(endpoint, "b", "ann").outcome()).isEqualTo(Outcome.USER_FULL);
        assertThat(ask(endpoint, "a", "bob").outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(ask(endpoint, "a", "").outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(ask(endpoint, "a", "").outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(manager.crossings().of(endpoint, Options.MAXIMUM_CONNECTIONS_PER_USER))
                .isOne();
    }

    @Test
    void shouldCountNobodyWhereNothingIsLimited() {
        ConnectionEndpoint endpoint = connections.endpoint();
        ask(endpoint, "a", "ann");

        assertThat(manager.quotas().counted()).isZero();
    }

    @Test
    void shouldGiveBackWhatItHasTakenWhenAUserHasTooMany() {
        ConnectionEndpoint endpoint = connections
                .with(Options.MAXIMUM_CONNECTIONS_PER_ADDRESS, 2)
                .with(Options.MAXIMUM_CONNECTIONS_PER_USER, 1)
                .endpoint();
        ask(endpoint, "a", "ann");
        for (int i = 0; i < 10; i++) {
            assertThat(ask(endpoint, "a", "ann").outcome()).isEqualTo(Outcome.USER_FULL);
        }

        assertThat(ask(endpoint, "a", "bob").outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(manager.quotas().all()).isEqualTo(2);
        assertThat(manager.pending()).isEqualTo(2);
    }

    @Test
    void shouldEndAtZeroWhateverHappens() {
        ConnectionEndpoint endpoint = connections
                .with(Options.MAXIMUM_CONNECTIONS, 20)
                .with(Options.MAXIMUM_PENDING_CONNECTIONS, 8)
                .with(Options.MAXIMUM_CONNECTIONS_PER_ADDRESS, 5)
                .with(Options.MAXIMUM_CONNECTIONS_PER_USER, 3)
                .endpoint();
        Random random = new Random(7);
        List<TransportConnection> open = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            Admission admission =
                    ask(endpoint, "a" + random.nextInt(5), random.nextBoolean() ? "" : "u" + random.nextInt(4));
            if (admission.outcome() == Outcome.ADMITTED) {
                open.add(admission.connection());
            }
            happen(random, open);
            assertThat(manager.quotas().all()).isEqualTo(manager.size()).isLessThanOrEqualTo(20);
        }
        open.forEach(connection -> connection.abort(null));

        assertThat(manager.quotas().all()).isZero();
        assertThat(manager.quotas().pending()).isZero();
        assertThat(manager.quotas().counted()).isZero();
    }

    private void happen(Random random, List<TransportConnection> open) {
        TransportConnection any = open.get(random.nextInt(open.size()));
        switch (random.nextInt(6)) {
            case 0 -> any.abort(null);
            case 1 -> any.endInput();
            case 2 -> any.transportClosed(null);
            case 3 -> {
                connections.clock().advance(Duration.ofSeconds(2));
                manager.sweep();
            }
            default -> open(any);
        }
    }

    private static void open(TransportConnection connection) {
        if (connection.transport() == null && connection.takesInput()) {
            TestTransport transport = new TestTransport(TransportType.WEB_SOCKETS);
            String name = connection.caller().name();
            connection.start(transport.serve(connection), name == null ? Origins.anonymous() : Origins.user(name));
        }
    }
}
