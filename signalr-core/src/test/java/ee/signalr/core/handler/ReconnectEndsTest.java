// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.ReturningClient.ackMessage;
import static ee.signalr.core.test.ReturningClient.sequenceMessage;
import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.notification;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.test.LossyTransport;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.ReturningClient;
import ee.signalr.core.transport.CloseStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** When a client cannot come back, and what happens to those that come at the wrong moment. */
class ReconnectEndsTest extends ReturningClients {

    private static final String ABORTED_CLOSE = "{\"type\":7}";

    // ---- ends

    @Test
    void shouldEndAfterTheWindowAndNotBefore() {
        ReturningClient client = connected();
        client.cut();

        server.pass(WINDOW);
        assertThat(hub.ends).isEmpty();

        server.pass(Duration.ofMillis(1));
        assertThat(hub.ends).hasSize(1);
        assertThat(hub.ends.get(0).cause()).isEmpty();
        assertThat(client.reopen()).isEqualTo(StartResult.ENDED);
        assertThat(server.connections().size()).isZero();
        assertThat(server.lifetime().size()).isZero();
    }

    @Test
    void shouldBeginTheWindowAnewWithEachCut() {
        ReturningClient client = connected();
        for (int i = 0; i < 5; i++) {
            client.cut();
            server.pass(WINDOW);
            client.comeBack().write("{\"type\":6}").arriveAll();
        }

        assertThat(hub.ends).isEmpty();
    }

    @Test
    void shouldNotLetAClientComeBackThatHasClosedItsWebSocket() {
        ReturningClient client = connected();

        client.transport().leave();
        server.run();

        assertThat(hub.ends).hasSize(1);
        assertThat(client.reopen()).isEqualTo(StartResult.ENDED);
    }

    @Test
    void shouldNotLetAClientComeBackThatHasSaidClose() {
        ReturningClient client = connected();

        client.write("{\"type\":7}").arriveAll();

        assertThat(client.heard()).endsWith(ABORTED_CLOSE);
        assertThat(client.reopen()).isEqualTo(StartResult.ENDED);
        assertThat(hub.ends).hasSize(1);
    }

    @Test
    void shouldNotLetAClientComeBackThatTheHubHasAborted() {
        ReturningClient client = connected();

        client.send(invocation("1", "abort")).arriveAll();

        assertThat(client.heard()).contains(ABORTED_CLOSE);
        assertThat(client.reopen()).isEqualTo(StartResult.ENDED);
        assertThat(hub.ends).hasSize(1);
    }

    @Test
    void shouldEndAtOnceWhenAnAbsentClientIsAborted() {
        ReturningClient client = connected();
        client.send(invocation("1", "abortLater")).arriveAll();
        client.cut();

        hub.later.complete("now");
        server.run();

        assertThat(hub.ends).hasSize(1);
        assertThat(server.connections().size()).isZero();
        assertThat(client.reopen()).isEqualTo(StartResult.ENDED);
    }

    @Test
    void shouldNotLetAClientComeBackThatHasBrokenTheProtocol() {
        ReturningClient client = connected();

        client.write("nonsense").arriveAll();

        assertThat(client.reopen()).isEqualTo(StartResult.ENDED);
        assertThat(hub.ends).hasSize(1);
    }

    @Test
    void shouldNotLetAClientComeBackThatDoesNotRead() {
        ReturningClient client = connected();
        client.transport().byHand();
        server.context().clients().all().send("unread");

        server.pass(Duration.ofSeconds(12));

        assertThat(client.transport().closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(client.reopen()).isEqualTo(StartResult.ENDED);
    }

    @Test
    void shouldNotLetClientsComeBackWhenTheServerStops() {
        ReturningClient present = connected();
        ReturningClient absent = connected().cut();

        server.connections().stop(Duration.ZERO);

        assertThat(present.reopen()).isEqualTo(StartResult.ENDED);
        assertThat(absent.reopen()).isEqualTo(StartResult.ENDED);
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldStillTimeOutAClientThatIsSilent() {
        server.with(Options.DISCONNECT_TIMEOUT, Duration.ofMinutes(5));
        ReturningClient client = connected();
        client.write("{\"type\":6}").arriveAll();
        server.pass(Duration.ofSeconds(20));
        client.cut();

        server.pass(Duration.ofSeconds(11));

        assertThat(hub.ends).hasSize(1);
        assertThat(hub.ends.get(0).cause()).isPresent();
        assertThat(client.reopen()).isEqualTo(StartResult.ENDED);
    }

    // ---- who may come back

    @Test
    void shouldRefuseASecondTransportToAClientOfTheOldHandshake() {
        ReturningClient client = server.returning().handshake(1);

        assertThat(client.reopen()).isEqualTo(StartResult.ALREADY_STARTED);

        client.cut();
        assertThat(hub.ends).hasSize(1);
        assertThat(client.reopen()).isEqualTo(StartResult.ENDED);
    }

    @Test
    void shouldEndWhenTheTransportVanishesBeforeTheHandshake() {
        ReturningClient client = server.returning();

        client.cut();

        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldNotLetAClientComeBackThatHasNotNegotiatedIt() {
        TransportConnection connection = server.connections()
                .create(server.endpoint(), ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();
        LossyTransport transport = new LossyTransport(connection);
        connection.start(transport, Origins.anonymous());
        transport.open().say("{\"protocol\":\"json\",\"version\":2}\u001e");
        server.run();

        transport.vanish();
        server.run();

        assertThat(hub.ends).hasSize(1);
        assertThat(server.connections().size()).isZero();
    }

    // ---- races

    @Test
    void shouldReplaceATransportThatStillLooksAlive() {
        ReturningClient client = connected();
        LossyTransport old = client.transport();
        server.context().clients().all().send("a");

        client.comeBack();
        old.say(note("late") + "\u001e");
        old.vanish();
        old.leave();
        old.reportFailed(new IOException("reset"));
        old.cut(new IllegalStateException("late"));
        server.context().clients().all().send("b");
        server.run();

        assertThat(old.closings()).startsWith(CloseStatus.NORMAL);
        assertThat(client.received()).containsExactly(notification("a"), notification("b"));
        assertThat(hub.notes).isEmpty();
        assertThat(hub.ends).isEmpty();
    }

    @Test
    void shouldLetTheLastOfTwoReturnsWin() {
        ReturningClient client = connected().cut();
        server.context().clients().all().send("a");
        client.reopen();
        LossyTransport loser = client.transport();

        client.comeBack();
        loser.open();

        assertThat(loser.closings()).containsExactly(CloseStatus.NORMAL);
        assertThat(loser.delivered()).isEmpty();
        assertThat(client.received()).containsExactly(notification("a"));
    }

    @Test
    void shouldSendAgainTheFrameThatWasUnderWay() {
        ReturningClient client = connected();
        LossyTransport old = client.transport().byHand();
        server.context().clients().all().send("a");
        server.context().clients().all().send("b");

        client.comeBack();
        old.arrive();
        old.reportSent();

        assertThat(client.heard()).containsExactly(sequenceMessage(1), notification("a"), notification("b"));
    }

    @Test
    void shouldNotTakeALateReportForTheFrameOfTheNewTransport() {
        ReturningClient client = connected();
        LossyTransport old = client.transport().byHand();
        server.context().clients().all().send("a");
        client.comeBack(new LossyTransport(client.connection()).byHand());
        server.context().clients().all().send("b");

        old.reportSent();
        assertThat(client.transport().overlaps()).isZero();
        client.transport().deliver();
        client.transport().deliver();

        assertThat(client.heard()).containsExactly(sequenceMessage(1), notification("a"), notification("b"));
        assertThat(client.transport().overlaps()).isZero();
    }

    @Test
    void shouldTakeAFailedSendForACut() {
        ReturningClient client = connected();
        client.transport().byHand();
        server.context().clients().all().send("a");

        client.transport().reportFailed(new IllegalStateException("closed meanwhile"));
        server.run();
        assertThat(hub.ends).isEmpty();
        client.comeBack();

        assertThat(client.received()).containsExactly(notification("a"));
    }

    @Test
    void shouldBeginAtTheSameNumberWhenAConfirmationMayBeAboutTheTransportBefore() {
        ReturningClient client = connected();
        for (int i = 0; i < 3; i++) {
            server.context().clients().all().send("m" + i);
        }
        client.comeBack(new LossyTransport(client.connection()).byHand());
        client.write(ackMessage(2)).arriveAll();
        client.cut().comeBack();
        assertThat(client.heard())
                .containsExactly(sequenceMessage(1), notification("m0"), notification("m1"), notification("m2"));

        server.context().clients().all().send("m3");
        client.write(ackMessage(4)).arriveAll();
        client.cut().comeBack();
        assertThat(client.heard()).containsExactly(sequenceMessage(5));
    }

    @Test
    void shouldLetSendersGoOnByAConfirmationThatMayBeAboutTheTransportBefore() {
        server.with(Options.STATEFUL_RECONNECT_BUFFER_SIZE, 1L);
        ReturningClient client = connected();
        CompletionStage<Void> sent = sendToOne(client, "x");
        client.cut().comeBack();
        assertThat(sent.toCompletableFuture()).isNotCompleted();

        client.write(ackMessage(1)).arriveAll();

        assertThat(sent.toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldTakeASequenceThatAnAckOfTheTransportBeforeHasMadePossible() {
        ReturningClient client = connected();
        client.send(note("a")).send(note("b")).arriveAll();
        client.cut().comeBack().arrive(sequenceMessage(1).length() + 1);
        server.pass(Duration.ofSeconds(1));
        assertThat(client.acks()).containsExactly(2L);

        client.cut().comeBack().send(note("c")).arriveAll();

        assertThat(hub.notes).containsExactly("a", "b", "c");
        assertThat(hub.ends).isEmpty();
    }
}
