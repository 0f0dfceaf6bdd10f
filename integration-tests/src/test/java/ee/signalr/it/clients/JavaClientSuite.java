// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.microsoft.signalr.HubConnection;
import com.microsoft.signalr.HubConnectionState;
import com.microsoft.signalr.HubException;
import ee.signalr.it.app.Parcel;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the official Java client does over one transport. */
abstract class JavaClientSuite extends JavaStreamsSuite {

    private static final String HUB = "/it/suite";

    @Test
    void shouldAnswerCalls() {
        HubConnection connection = open(HUB);
        assertThat(invoke(connection, String.class, "echo", "äß€ 自定义 😀")).isEqualTo("äß€ 自定义 😀");
        assertThat(invoke(connection, Integer.class, "add", 2, 3)).isEqualTo(5);
        call(connection, "nothing", "x");
    }

    @Test
    void shouldKeepObjects() {
        Parcel part = new Parcel();
        part.givenName = "inner";
        Parcel parcel = new Parcel();
        parcel.weight = Long.MAX_VALUE;
        parcel.parts = List.of(part);
        Parcel answer = invoke(open(HUB), Parcel.class, "echoParcel", parcel);
        assertThat(answer.givenName).isNull();
        assertThat(answer.weight).isEqualTo(Long.MAX_VALUE);
        assertThat(answer.parts).hasSize(1);
        assertThat(answer.parts.get(0).givenName).isEqualTo("inner");
    }

    @Test
    void shouldKnowItsConnectionId() {
        HubConnection connection = open(HUB);
        assertThat(invoke(connection, String.class, "whoAmI")).isEqualTo(connection.getConnectionId());
    }

    @Test
    void shouldTellWhatMayBeTold() {
        HubConnection connection = open(HUB);
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> call(connection, "tell", "for clients"))
                .withMessage("An unexpected error occurred invoking 'tell' on the server. HubException: for clients");
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> call(connection, "fail"))
                .withMessage("An unexpected error occurred invoking 'fail' on the server.");
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> call(connection, "nope"))
                .withMessageEndingWith("HubException: Method does not exist.");
    }

    @Test
    void shouldReceiveInOrder() {
        HubConnection connection = open(HUB);
        Queue<Integer> numbers = new ConcurrentLinkedQueue<>();
        connection.on("number", numbers::add, Integer.class);
        call(connection, "numbers", 500);
        await().atMost(LIMIT).until(() -> numbers.size() >= 500);
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void shouldHearItsGroup() {
        HubConnection member = open(HUB + "?group=java-" + transport());
        HubConnection other = open(HUB);
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        member.on("receive", heard::add, String.class);
        call(other, "sendTo", "group", List.of("java-" + transport()), "to the group");
        await().atMost(LIMIT).until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("to the group");
    }

    @Test
    void shouldSendWithoutWaiting() {
        HubConnection connection = open(HUB);
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        connection.on("receive", heard::add, String.class);
        connection.send("SendTo", "caller", List.of(), "no answer wanted");
        await().atMost(LIMIT).until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("no answer wanted");
    }

    @Test
    void shouldBeClosedByTheHub() throws Exception {
        HubConnection connection = open(HUB);
        CompletableFuture<HubConnectionState> closed = new CompletableFuture<>();
        connection.onClosed(failure -> closed.complete(connection.getConnectionState()));
        connection.send("abort");
        assertThat(closed.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(HubConnectionState.DISCONNECTED);
    }

    @Test
    void shouldBeForgottenAfterItsEnd() {
        HubConnection leaving = open(HUB);
        HubConnection staying = open(HUB);
        String id = leaving.getConnectionId();
        assertThat(invoke(staying, String[].class, "present")).contains(id);
        leaving.stop().blockingAwait(LIMIT.toSeconds(), TimeUnit.SECONDS);
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(invoke(staying, String[].class, "present")).doesNotContain(id));
    }
}
