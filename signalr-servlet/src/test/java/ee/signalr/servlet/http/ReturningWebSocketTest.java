// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.Resumption;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeWebSocket;
import ee.signalr.servlet.fakes.FakeWebSocket.Sending;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that lose their WebSocket and open another one on the same connection. */
class ReturningWebSocketTest {

    private static final String ASKING = "/hub/negotiate?negotiateVersion=1&useStatefulReconnect=";

    private final ServletFixture server =
            ServletFixture.with(Settings.defaults().with(Options.ALLOW_STATEFUL_RECONNECTS, true));
    private final List<String> returns = new ArrayList<>();
    private final Resumption resumption = new Resumption() {
        @Override
        public OutboundMessage announcement(long number) {
            return OutboundMessage.ofText("#" + number + ";");
        }

        @Override
        public void resumed() {
            returns.add("back");
        }
    };

    private String target = "";
    private FakeWebSocket first = new FakeWebSocket();

    @BeforeEach
    void connect() {
        target = negotiate();
        server.send(FakeRequest.get(target).upgrade().user("ann"));
        first = server.webSockets().open();
        assertThat(server.hub().connection().allowResume(resumption)).isTrue();
    }

    private String negotiate() {
        String body =
                server.answer(FakeRequest.post(ASKING + "true", "").user("ann")).body();
        return "/hub?id=" + body.replaceFirst(".*\"connectionToken\":\"([^\"]+)\".*", "$1");
    }

    private FakeWebSocket comeBack() {
        server.send(FakeRequest.get(target).upgrade().user("ann"));
        return server.webSockets().open();
    }

    private void sendCounted(String text) {
        server.hub().connection().send(OutboundMessage.ofText(text), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE", "%20true"})
    void shouldGrantWhatAClientAsksFor(String asked) {
        assertThat(server.answer(FakeRequest.post(ASKING + asked, "")).body())
                .startsWith("{\"useStatefulReconnect\":true,\"negotiateVersion\":1,\"connectionId\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "1", "yes"})
    void shouldNotGrantWhatAClientDoesNotAskFor(String asked) {
        assertThat(server.answer(FakeRequest.post(ASKING + asked, "")).body()).doesNotContain("useStatefulReconnect");
    }

    @Test
    void shouldNotGrantWhatIsNotAllowedOrHasNoToken() {
        assertThat(ServletFixture.create()
                        .answer(FakeRequest.post(ASKING + "true", ""))
                        .body())
                .doesNotContain("useStatefulReconnect");
        assertThat(server.answer(FakeRequest.post("/hub/negotiate?useStatefulReconnect=true", ""))
                        .body())
                .doesNotContain("useStatefulReconnect");
    }

    @Test
    void shouldServeTheConnectionOnTheNewWebSocket() {
        sendCounted("a");
        first.closed(1006);
        sendCounted("b");

        FakeWebSocket second = comeBack();
        second.text("hello", true);

        assertThat(second.sent()).containsExactly("text #1;ab");
        assertThat(server.hub().text()).isEqualTo("hello");
        assertThat(server.hub().ends()).isEmpty();
        assertThat(returns).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1006, 1011})
    void shouldKeepAConnectionWhoseWebSocketVanishes(int code) {
        first.closed(code);
        server.pass(Duration.ofSeconds(15));
        assertThat(server.hub().ends()).isEmpty();

        server.pass(Duration.ofSeconds(1));

        assertThat(server.hub().ends()).containsExactly("in order");
        assertThat(server.answer(FakeRequest.get(target).upgrade().user("ann")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1005})
    void shouldEndAConnectionWhoseClientSaysGoodbye(int code) {
        first.closed(code);

        assertThat(server.hub().ends()).containsExactly("in order");
        assertThat(server.answer(FakeRequest.get(target).upgrade().user("ann")).status())
                .isEqualTo(404);
    }

    @Test
    void shouldCloseAWebSocketThatIsReplacedAndHearNothingOfItAnyMore() {
        first.sending(Sending.LATER);
        sendCounted("a");

        FakeWebSocket second = comeBack();
        first.succeed();
        first.text("late", true);
        first.error(new IOException("reset"));
        first.closed(1000);
        sendCounted("b");

        assertThat(first.closes()).containsExactly("1000 ''");
        assertThat(second.sent()).containsExactly("text #1;a", "text b");
        assertThat(server.hub().text()).isEmpty();
        assertThat(server.hub().ends()).isEmpty();
        assertThat(server.connections().size()).isEqualTo(1);
    }

    @Test
    void shouldSendAgainWhatWasUnderWayWhenASendFailed() {
        first.sending(Sending.LATER);
        sendCounted("a");
        first.fail(new IOException("reset"));
        first.closed(1011);

        assertThat(comeBack().sent()).containsExactly("text #1;a");
        assertThat(server.hub().ends()).isEmpty();
    }

    @Test
    void shouldTakeASendThatTheServerRefusesForALoss() {
        first.sending(Sending.REFUSED);
        sendCounted("a");

        assertThat(comeBack().sent()).containsExactly("text #1;a");
        assertThat(server.hub().ends()).isEmpty();
    }

    @Test
    void shouldRefuseAnotherUserAndNotTouchTheConnection() {
        assertThat(server.answer(FakeRequest.get(target).upgrade().user("bob")).status())
                .isEqualTo(403);
        assertThat(server.answer(FakeRequest.get(target).upgrade()).status()).isEqualTo(401);

        sendCounted("a");
        assertThat(first.sent()).containsExactly("text a");
        assertThat(first.closes()).isEmpty();
        assertThat(server.hub().ends()).isEmpty();
    }

    @Test
    void shouldRefuseAnotherUserWhileTheClientIsAway() {
        first.closed(1006);

        assertThat(server.answer(FakeRequest.get(target).upgrade().user("bob")).status())
                .isEqualTo(403);
        assertThat(comeBack().sent()).containsExactly("text #1;");
    }

    @Test
    void shouldRefuseOtherTransportsWhileTheClientIsAway() {
        first.closed(1006);

        assertThat(server.answer(FakeRequest.get(target).user("ann")).status()).isEqualTo(400);
        assertThat(server.hub().ends()).isEmpty();
    }

    @Test
    void shouldLetTheLastOfTwoWin() {
        first.closed(1006);
        server.send(FakeRequest.get(target).upgrade().user("ann"));
        FakeWebSocket second = comeBack();
        FakeWebSocket late =
                new FakeWebSocket().open(server.webSockets().upgrades().get(1));

        assertThat(second.sent()).containsExactly("text #1;");
        assertThat(late.sent()).isEmpty();
        assertThat(late.closes()).containsExactly("1000 ''");
    }

    @Test
    void shouldAnswer409ToASecondWebSocketOfAClientThatMayNotComeBack() {
        String other = negotiate();
        server.send(FakeRequest.get(other).upgrade().user("ann"));

        assertThat(server.answer(FakeRequest.get(other).upgrade().user("ann")).status())
                .isEqualTo(409);
    }
}
