// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.servlet.fakes.FakeRequest;
import org.junit.jupiter.api.Test;

class CloseHandlerTest {

    private static final String CANNOT =
            "400 text/plain 59 'Cannot terminate this connection using the DELETE endpoint.'";

    private final ServletFixture server = ServletFixture.create();

    private String delete(String target) {
        return server.delete(target).response().summary();
    }

    @Test
    void shouldEndTheConnectionOfAPollingClient() {
        String target = server.startPolling();

        assertThat(delete(target)).isEqualTo("202 text/plain 0 ''");

        assertThat(server.hub().ends()).containsExactly("in order");
        assertThat(delete(target)).isEqualTo("404 text/plain 26 'No Connection with that ID'");
        assertThat(server.get(target).response().status()).isEqualTo(404);
        assertThat(server.post(target, "x").response().status()).isEqualTo(404);
    }

    @Test
    void shouldAnswerAWaitingPollWith204() {
        String target = server.startPolling();
        FakeRequest poll = server.get(target);

        server.delete(target);

        assertThat(poll.response().summary()).isEqualTo("204 text/plain null ''");
    }

    @Test
    void shouldGiveAWaitingPollTheLastWordsOfTheHub() {
        String target = server.startPolling();
        FakeRequest poll = server.get(target);
        server.hub().lingering();
        server.delete(target);
        assertThat(poll.isAnswered()).isFalse();

        server.hub().connection().send(OutboundMessage.ofText("bye"));
        server.hub().connection().close(CloseStatus.NORMAL);

        assertThat(poll.response().body()).isEqualTo("bye");
    }

    @Test
    void shouldRefuseBeforeATransportHasStarted() {
        assertThat(delete(server.negotiate())).isEqualTo(CANNOT);
    }

    @Test
    void shouldRefuseForAnEventStream() {
        String target = server.negotiate();
        server.send(FakeRequest.get(target).eventStream());

        assertThat(delete(target)).isEqualTo(CANNOT);
    }

    @Test
    void shouldRefuseForAWebSocket() {
        String target = server.negotiate();
        server.send(FakeRequest.get(target).upgrade());

        assertThat(delete(target)).isEqualTo(CANNOT);
    }
}
