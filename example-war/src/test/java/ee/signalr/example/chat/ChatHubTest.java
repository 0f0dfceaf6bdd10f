// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ee.signalr.example.FakeBackground;
import ee.signalr.example.FakeCaller;
import ee.signalr.example.RecordingClients;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChatHubTest {

    private final FakeCaller caller = new FakeCaller("ann");
    private final RecordingClients clients = new RecordingClients();
    private final FakeBackground background = new FakeBackground();
    private final ChatHub hub = new ChatHub(caller, clients, clients, background);

    @Test
    void shouldBeInTheGroupFromConnectToDisconnect() {
        hub.join();
        assertThat(clients.takeDone()).containsExactly("add ann to group");

        hub.leave();
        assertThat(clients.takeDone()).containsExactly("remove ann from group");
    }

    @Test
    void shouldSendABroadcastToTheGroup() {
        hub.broadcast("hello");

        assertThat(clients.takeDone()).containsExactly("group group: receive[hello]");
    }

    @Test
    void shouldSendAnEchoToTheCallerAlone() {
        hub.echo("hello");

        assertThat(clients.takeDone()).containsExactly("caller: receive[hello]");
    }

    @Test
    void shouldFailWhenPanicking() {
        assertThatIllegalStateException().isThrownBy(hub::panic);
    }

    @Test
    void shouldAnswerATupleOfTextsAndANumber() {
        assertThat(hub.requestTuple("Hi")).containsExactly("HI", "hi", 2);
    }

    @Test
    void shouldAnswerAMapOfTextsAfterFourSeconds() {
        CompletableFuture<Map<String, String>> answer = hub.requestAsync("Hi").toCompletableFuture();

        background.pass(Duration.ofMillis(3999));
        assertThat(answer).isNotDone();

        background.pass(Duration.ofMillis(1));
        assertThat(answer).isCompletedWithValue(Map.of("ToUpper", "HI", "ToLower", "hi", "len", "2"));
    }

    @Test
    void shouldAbortTheCaller() {
        hub.abort();

        assertThat(caller.wasAborted()).isTrue();
    }
}
