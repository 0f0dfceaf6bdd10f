// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.ReturningClient.ackMessage;
import static ee.signalr.core.test.ReturningClient.sequenceMessage;
import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.notification;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.connection.StartResult;
import ee.signalr.core.test.ReturningClient;
import ee.signalr.core.transport.CloseStatus;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that lose their transport and come back. */
class StatefulReconnectTest extends ReturningClients {

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
}
