// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SharedServer;
import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that nobody asked for, that come from somebody else, too late, or never. */
@ExtendWith(SharedServer.class)
class ResultMisuseIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String HUB = "/it/results";
    private static final JsonString QUESTION = Json.createValue("x");
    private static final String RESULT = "result";
    private static final String ERROR = "error";
    private static final String ID = "invocationId";

    private HubSocket asked;
    private HubSocket other;

    @BeforeEach
    void open(LibertyServer server) {
        asked = HubSocket.open(server.port(), HUB);
        other = HubSocket.open(server.port(), HUB);
    }

    @AfterEach
    void close() {
        asked.close();
        other.close();
    }

    private static void expectItGoesOn(HubSocket socket) {
        assertThat(socket.invoke("echo", QUESTION).getString(RESULT)).isEqualTo("x");
    }

    /** Has the hub ask; answers the id under which the answer is expected. */
    private String askedUnder(HubSocket socket) {
        socket.call("ask", QUESTION);
        JsonObject question = socket.next();
        assertThat(question.getString("target")).isEqualTo("answer");
        return question.getString(ID);
    }

    @Test
    void shouldIgnoreAnswersToNothing() {
        for (int number = 0; number < 100; number++) {
            asked.write(Messages.result("nothing" + number, "\"answer\""));
        }
        expectItGoesOn(asked);
    }

    @Test
    void shouldEndWhoAnswersForAnotherAndStillTakeTheRightAnswer() {
        String id = askedUnder(asked);
        other.write(Messages.result(id, "\"forged\""));
        assertThat(other.next().getInt("type")).isEqualTo(7);
        assertThat(other.socket().next(LIMIT).orElseThrow()).isInstanceOf(Incoming.Closed.class);
        asked.write(Messages.result(id, "\"right\""));
        assertThat(asked.next().getString(RESULT)).isEqualTo("client said right");
    }

    @Test
    void shouldTakeTheFirstOfTwoAnswers() {
        String id = askedUnder(asked);
        asked.write(Messages.result(id, "\"first\""));
        asked.write(Messages.result(id, "\"second\""));
        assertThat(asked.next().getString(RESULT)).isEqualTo("client said first");
        expectItGoesOn(asked);
    }

    @Test
    void shouldGiveUpAnAnswerThatNeverComesAndIgnoreItLater() {
        asked.call("askQuickly", QUESTION);
        String id = asked.next().getString(ID);
        assertThat(asked.next().getString(ERROR)).endsWith("HubException: Invocation canceled by the server.");
        asked.write(Messages.result(id, "\"too late\""));
        expectItGoesOn(asked);
    }

    @Test
    void shouldRefuseToOweMoreAnswersThanTheLimit() {
        String connectionId = connectionId();
        for (int number = 0; number < 1001; number++) {
            other.send("askClient", Json.createValue(connectionId), QUESTION);
        }
        JsonObject refused = other.invoke("askClient", Json.createValue(connectionId), QUESTION);
        assertThat(refused.getString(RESULT)).startsWith("SignalRException");
    }

    private String connectionId() {
        return asked.invoke("whoAmI").getString(RESULT);
    }
}
