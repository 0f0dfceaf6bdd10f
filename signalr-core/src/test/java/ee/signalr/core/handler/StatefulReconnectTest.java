// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.ReturningClient.ackMessage;
import static ee.signalr.core.test.ReturningClient.sequenceMessage;
import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.notification;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Disconnection;
import ee.signalr.HubCallerContext;
import ee.signalr.OnDisconnected;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.test.LossyTransport;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.ReturningClient;
import ee.signalr.core.test.TestServer;
import ee.signalr.core.transport.CloseStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that lose their transport and come back. */
class StatefulReconnectTest {

    private static final String ABORTED_CLOSE = "{\"type\":7}";
    private static final Duration WINDOW = Duration.ofSeconds(15);

    private final NotingHub hub = new NotingHub();
    private final TestServer server = new TestServer(hub).detailed();

    @AfterEach
    void stop() {
        server.close();
    }

    private ReturningClient connected() {
        return server.returning().handshake();
    }

    private static String note(String text) {
        return notification("note", "\"" + text + "\"");
    }

    // ---- as recorded from the reference

    @Test
    void shouldSendAgainWhatTheClientHasNotConfirmed() {
        ReturningClient client = connected();
        client.send(invocation("0", "echo", "\"one\"")).arriveAll();
        server.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).containsExactly("{}", result("0", "\"one\""), ackMessage(1));

        client.cut().comeBack().send(invocation("1", "echo", "\"two\"")).arriveAll();
        server.pass(Duration.ofSeconds(1));

        assertThat(client.transport().delivered().get(0))
                .isEqualTo(sequenceMessage(1) + "\u001e" + result("0", "\"one\"") + "\u001e");
        assertThat(client.heard())
                .containsExactly(sequenceMessage(1), result("0", "\"one\""), result("1", "\"two\""), ackMessage(2));
        assertThat(client.received()).containsExactly(result("0", "\"one\""), result("1", "\"two\""));
    }

    @Test
    void shouldBeginWithTheMessageAfterTheLastConfirmedOne() {
        ReturningClient client = connected();
        server.context().clients().all().send("a");
        server.context().clients().all().send("b");
        client.write(ackMessage(1)).arriveAll();

        client.cut().comeBack();

        assertThat(client.heard()).containsExactly(sequenceMessage(2), notification("b"));
    }

    @Test
    void shouldSaySequenceWhenThereIsNothingToSendAgain() {
        ReturningClient client = connected();
        client.cut().comeBack();
        assertThat(client.heard()).containsExactly(sequenceMessage(1));

        server.context().clients().all().send("a");
        client.acknowledge().arriveAll();
        client.cut().comeBack();

        assertThat(client.heard()).containsExactly(sequenceMessage(2));
    }

    // ---- what the server counts

    @Test
    void shouldAcknowledgeOnlyWhatIsNewAndOnlyOnceASecond() {
        ReturningClient client = connected();
        server.pass(Duration.ofSeconds(3));
        assertThat(client.acks()).isEmpty();

        client.send(note("a")).send(note("b")).arriveAll();
        assertThat(client.acks()).isEmpty();

        server.pass(Duration.ofSeconds(3));
        assertThat(client.acks()).containsExactly(2L);
    }

    @Test
    void shouldCountEveryKindOfMessageThatCarriesSomethingAndNoOther() {
        ReturningClient client = connected();
        client.send(note("a"))
                .write("{\"type\":6}")
                .send("{\"type\":2,\"invocationId\":\"9\",\"item\":1}")
                .send("{\"type\":3,\"invocationId\":\"9\"}")
                .send(invocation("1", "unknown"))
                .send(invocation("2", "echo", "1", "2"))
                .write(ackMessage(0))
                .send("{\"type\":5,\"invocationId\":\"9\"}")
                .arriveAll();

        server.pass(Duration.ofSeconds(1));

        assertThat(client.acks()).containsExactly(6L);
    }

    @Test
    void shouldDropWhatComesForTheSecondTime() {
        ReturningClient client = connected();
        client.send(note("a")).send(note("b")).arriveAll();

        client.cut().comeBack().send(note("c")).arriveAll();

        assertThat(hub.notes).containsExactly("a", "b", "c");
    }

    @Test
    void shouldAcknowledgeAgainAfterAReturnBecauseTheLastAckMayBeLost() {
        ReturningClient client = connected();
        client.send(note("a")).arriveAll();
        server.pass(Duration.ofSeconds(1));

        client.cut().comeBack().arriveAll();
        server.pass(Duration.ofSeconds(2));

        assertThat(client.heard()).containsExactly(sequenceMessage(1), ackMessage(1));
    }

    @Test
    void shouldDropWhatComesBeforeTheSequence() {
        ReturningClient client = connected();
        client.send(note("a")).arriveAll();
        client.cut();
        assertThat(client.reopen()).isEqualTo(StartResult.RESUMED);
        client.transport().open();

        client.write("{\"type\":6}").write(note("lost")).write("{\"type\":7}").write(ackMessage(1));
        client.write(sequenceMessage(2)).send(note("b")).arriveAll();

        assertThat(hub.notes).containsExactly("a", "b");
        assertThat(hub.ends).isEmpty();
    }

    @Test
    void shouldDiscardAMessageThatHadOnlyBegun() {
        ReturningClient client = connected();
        client.send(note("torn")).arrive(10);

        client.cut().comeBack().arriveAll();

        assertThat(hub.notes).containsExactly("torn");
    }

    @Test
    void shouldCloseWhenMessagesAreMissingBeforeTheSequence() {
        ReturningClient client = connected();
        client.send(note("a")).arriveAll();
        client.cut();
        client.reopen();
        client.transport().open();

        client.write(sequenceMessage(3)).arriveAll();

        assertThat(client.heard())
                .endsWith("{\"type\":7,\"error\":\"Connection closed with an error. InvalidOperationException:"
                        + " Sequence ID greater than amount of messages we've received.\",\"allowReconnect\":true}");
        assertThat(hub.ends).hasSize(1);
        assertThat(client.reopen()).isEqualTo(StartResult.ENDED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void shouldTakeASequenceFromBeforeTheFirstMessageForMessagesThatHaveCome(long number) {
        ReturningClient client = connected();
        client.send(note("a")).arriveAll();

        client.write(sequenceMessage(number)).write(note("a")).arriveAll();

        assertThat(hub.notes).containsExactly("a");
        assertThat(hub.ends).isEmpty();
    }

    @Test
    void shouldTakeAnAckOfTheFutureForAnAckOfAllThatWasSent() {
        ReturningClient client = connected();
        server.context().clients().all().send("a");
        client.write(ackMessage(1_000)).arriveAll();
        server.context().clients().all().send("b");

        client.cut().comeBack();

        assertThat(client.heard()).containsExactly(sequenceMessage(2), notification("b"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void shouldTakeNothingForConfirmedByAnAckOfThePast(long number) {
        ReturningClient client = connected();
        server.context().clients().all().send("a");
        client.write(ackMessage(number)).arriveAll();

        client.cut().comeBack();

        assertThat(client.heard()).containsExactly(sequenceMessage(1), notification("a"));
    }

    // ---- what goes on meanwhile

    @Test
    void shouldTellTheHubNothingAndKeepWhatItKnows() {
        ReturningClient client = connected();
        client.send(invocation("1", "keep", "\"cake\"")).arriveAll();
        server.context().groups().add(client.connection().id(), "eaters");

        client.cut();
        server.pass(WINDOW);
        client.comeBack().send(invocation("2", "kept")).arriveAll();
        server.context().clients().group("eaters").send("dinner");

        assertThat(client.received())
                .containsExactly(
                        "{\"type\":3,\"invocationId\":\"1\",\"result\":null}",
                        result("2", "\"cake\""),
                        notification("dinner"));
        assertThat(hub.ends).isEmpty();
    }

    @Test
    void shouldDeliverTheAnswerOfACallThatEndsWhileTheClientIsAway() {
        ReturningClient client = connected();
        client.send(invocation("1", "later")).arriveAll();
        client.cut();

        hub.later.complete("done");
        server.run();
        client.comeBack();

        assertThat(client.received()).containsExactly(result("1", "\"done\""));
    }

    @Test
    void shouldDeliverBroadcastsThatWereSentWhileTheClientWasAway() {
        ReturningClient client = connected();
        client.cut();
        server.context().clients().all().send("a");
        server.context().clients().all().send("b");

        client.comeBack();

        assertThat(client.heard()).containsExactly(sequenceMessage(1), notification("a"), notification("b"));
    }

    @Test
    void shouldNotKeepPingsForAClientThatIsAway() {
        ReturningClient client = connected();
        client.write("{\"type\":6}").arriveAll();
        server.pass(Duration.ofSeconds(14));
        client.cut();
        server.pass(Duration.ofSeconds(4));

        client.comeBack();

        assertThat(client.heard()).containsExactly(sequenceMessage(1));
    }

    // ---- back-pressure

    @Test
    void shouldLetSendersWaitUntilTheClientHasConfirmedEnough() {
        server.with(Options.STATEFUL_RECONNECT_BUFFER_SIZE, 150L);
        ReturningClient client = connected();
        CompletionStage<Void> last = sendToOne(client, "x".repeat(60));
        assertThat(last.toCompletableFuture()).isCompleted();

        last = sendToOne(client, "y".repeat(60));
        assertThat(last.toCompletableFuture()).isNotCompleted();

        client.write(ackMessage(1)).arriveAll();
        assertThat(last.toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldNotLetPingsWait() {
        server.with(Options.STATEFUL_RECONNECT_BUFFER_SIZE, 1L);
        ReturningClient client = connected();
        sendToOne(client, "x");

        server.pass(Duration.ofSeconds(16));

        assertThat(client.heard()).endsWith("{\"type\":6}");
    }

    @Test
    void shouldLetNobodyWaitAnyMoreWhenTheClientDoesNotComeBack() {
        server.with(Options.STATEFUL_RECONNECT_BUFFER_SIZE, 1L);
        ReturningClient client = connected();
        CompletionStage<Void> sent = sendToOne(client, "x");
        client.cut();
        assertThat(sent.toCompletableFuture()).isNotCompleted();

        server.pass(WINDOW.plusSeconds(1));

        assertThat(sent.toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldCutOffAClientThatConfirmsNothing() {
        server.with(Options.OUTBOUND_BYTE_LIMIT, 200_000L);
        ReturningClient client = connected();
        String tenKilobytes = "x".repeat(10_000);
        for (int i = 0; i < 19; i++) {
            server.context().clients().all().send("a", tenKilobytes);
        }
        assertThat(hub.ends).isEmpty();

        server.context().clients().all().send("a", tenKilobytes);
        server.run();

        assertThat(hub.ends).hasSize(1);
        assertThat(client.transport().closings()).containsExactly(CloseStatus.ABORTED);
    }

    private CompletionStage<Void> sendToOne(ReturningClient client, String text) {
        return server.context().clients().client(client.connection().id()).send("a", text);
    }

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
        TransportConnection connection =
                server.connections().create(server.endpoint(), true).orElseThrow();
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

    /** A hub that notes what it is told. */
    public static final class NotingHub {

        final List<String> notes = new ArrayList<>();
        final List<Disconnection> ends = new ArrayList<>();
        final CompletableFuture<String> later = new CompletableFuture<>();

        public void note(String text) {
            notes.add(text);
        }

        public String echo(String text) {
            return text;
        }

        public void keep(String text, HubCallerContext caller) {
            caller.items().put("kept", text);
        }

        public Object kept(HubCallerContext caller) {
            return caller.items().get("kept");
        }

        public CompletionStage<String> later() {
            return later;
        }

        public void abort(HubCallerContext caller) {
            caller.abort();
        }

        public CompletionStage<Void> abortLater(HubCallerContext caller) {
            return later.thenAccept(any -> caller.abort());
        }

        @OnDisconnected
        void ended(Disconnection end) {
            ends.add(end);
        }
    }
}
