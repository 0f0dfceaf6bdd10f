// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.TransportType;
import ee.signalr.core.connection.Admission.Outcome;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.transport.CloseStatus;
import org.junit.jupiter.api.Test;

/** Making, finding and counting connections. */
class ConnectionManagerTest {

    private final RawConnections connections = new RawConnections(3);
    private final ConnectionManager manager = connections.manager();
    private final ConnectionEndpoint endpoint = connections.endpoint();

    @Test
    void shouldMakeIdsAndTokensOf22CharactersOfBase64Url() {
        TransportConnection connection = manager.create(
                        endpoint, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();

        assertThat(connection.id()).matches("[A-Za-z0-9_-]{22}");
        assertThat(connection.token()).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void shouldKeepTokenApartFromIdWhenAsked() {
        TransportConnection connection = manager.create(
                        endpoint, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();

        assertThat(connection.token()).isNotEqualTo(connection.id());
        assertThat(manager.find(connection.token(), endpoint)).containsSame(connection);
        assertThat(manager.find(connection.id(), endpoint)).isEmpty();
    }

    @Test
    void shouldUseTheIdAsTokenWhenNotAsked() {
        TransportConnection connection = manager.create(
                        endpoint, ConnectionKind.FOUND_BY_ID, Applicant.anonymous("127.0.0.1"))
                .connection();

        assertThat(connection.token()).isEqualTo(connection.id());
        assertThat(manager.find(connection.id(), endpoint)).containsSame(connection);
    }

    @Test
    void shouldNotRevealTheTokenInText() {
        TransportConnection connection = manager.create(
                        endpoint, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();

        assertThat(connection).hasToString("connection " + connection.id());
    }

    @Test
    void shouldFindTokensExactly() {
        TransportConnection connection = manager.create(
                        endpoint, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();

        assertThat(manager.find(swapCase(connection.token()), endpoint)).isEmpty();
        assertThat(manager.find(connection.token() + " ", endpoint)).isEmpty();
        assertThat(manager.find("", endpoint)).isEmpty();
    }

    @Test
    void shouldNotFindConnectionsOfAnotherEndpoint() {
        TransportConnection connection = manager.create(
                        endpoint, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();

        assertThat(manager.find(connection.token(), connections.endpoint())).isEmpty();
    }

    @Test
    void shouldRefuseMoreThanTheMaximumThatWaitForTheirTransport() {
        for (int i = 0; i < 3; i++) {
            assertThat(manager.create(endpoint, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                            .outcome())
                    .isEqualTo(Outcome.ADMITTED);
        }

        assertThat(manager.create(endpoint, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                        .outcome())
                .isNotEqualTo(Outcome.ADMITTED);
        assertThat(manager.create(endpoint, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                        .outcome())
                .isNotEqualTo(Outcome.ADMITTED);
        assertThat(manager.pending()).isEqualTo(3);
        assertThat(manager.size()).isEqualTo(3);
    }

    @Test
    void shouldCountNoLongerAsPendingWhatHasATransport() {
        for (int i = 0; i < 10; i++) {
            connections.open(TestTransport.webSocket());
        }

        assertThat(manager.pending()).isZero();
        assertThat(manager.size()).isEqualTo(10);
    }

    @Test
    void shouldCountNoLongerAsPendingWhatHasEndedWithoutATransport() {
        for (int i = 0; i < 10; i++) {
            connections.negotiated().endInput();
            connections.negotiated().abort(null);
            connections.negotiated().delete();
        }

        assertThat(manager.pending()).isZero();
        assertThat(manager.size()).isZero();
    }

    @Test
    void shouldCountEachConnectionOnceHoweverOftenItEnds() {
        TransportConnection connection = connections.negotiated();
        connection.endInput();
        connection.abort(null);
        connection.transportClosed(null);
        connection.delete();

        TransportConnection served = connections.open(TestTransport.webSocket());
        served.delete();
        served.abort(null);
        served.transportClosed(null);

        assertThat(manager.pending()).isZero();
        assertThat(manager.size()).isZero();
    }

    @Test
    void shouldNotFindWhatHasEnded() {
        TransportConnection connection = connections.open(TestTransport.webSocket());

        connection.abort(null);

        assertThat(manager.find(connection.token(), connection.endpoint())).isEmpty();
    }

    @Test
    void shouldStillFindAClosingConnectionForItsPolls() {
        TestTransport polls = new TestTransport(TransportType.LONG_POLLING).polling();
        TransportConnection connection = connections.negotiated();
        RawConnections.start(connection, polls);
        connection.send(RawConnections.message("goodbye"));
        connection.close(CloseStatus.NORMAL);

        assertThat(manager.find(connection.token(), connection.endpoint())).containsSame(connection);

        connection.ready();
        assertThat(manager.find(connection.token(), connection.endpoint())).isEmpty();
    }

    @Test
    void shouldNotFindAClosingConnectionOfAnotherTransport() {
        TestTransport transport = TestTransport.webSocket().lingering();
        TransportConnection connection = connections.open(transport);

        connection.close(CloseStatus.NORMAL);

        assertThat(manager.find(connection.token(), connection.endpoint())).isEmpty();
        assertThat(manager.size()).isOne();
    }

    @Test
    void shouldNotFindADeletedConnectionThatStillSays() {
        TestTransport polls = new TestTransport(TransportType.LONG_POLLING).polling();
        TransportConnection connection = connections.negotiated();
        RawConnections.start(connection, polls);
        connections.listener().whenEnded(() -> connection.send(RawConnections.message("goodbye")));

        connection.delete();
        assertThat(manager.find(connection.token(), connection.endpoint())).isEmpty();

        connection.ready();
        assertThat(polls.frames()).containsExactly("goodbye");
    }

    private static String swapCase(String text) {
        StringBuilder swapped = new StringBuilder();
        text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(c -> swapped.append((char) c));
        return swapped.toString();
    }
}
