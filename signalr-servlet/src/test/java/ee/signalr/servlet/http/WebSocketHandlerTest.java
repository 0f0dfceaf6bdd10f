// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeWebSocket;
import jakarta.servlet.ServletException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is decided before the upgrade, and what comes of it. */
class WebSocketHandlerTest {

    private final ServletFixture server = ServletFixture.create();

    @Test
    void shouldUpgradeARequestWithTheTokenOfANegotiatedConnection() {
        FakeRequest request = server.send(FakeRequest.get(server.negotiate()).upgrade());

        assertThat(server.webSockets().upgrades()).hasSize(1);
        assertThat(request.response().body()).isEmpty();
        assertThat(server.hub().opened()).hasSize(1);
    }

    @Test
    void shouldMakeAConnectionForARequestWithoutToken() {
        server.send(FakeRequest.get("/hub").upgrade());

        TransportConnection made = server.hub().connection();
        assertThat(made.token()).isEqualTo(made.id());
        assertThat(made.transportType()).isEqualTo(TransportType.WEB_SOCKETS);
    }

    @Test
    void shouldNotMakeAConnectionWhenTheHubOffersNoWebSockets() {
        ServletFixture polling =
                ServletFixture.with(Settings.defaults().with(Options.TRANSPORTS, Set.of(TransportType.LONG_POLLING)));

        assertThat(polling.answer(FakeRequest.get("/hub").upgrade()).summary())
                .isEqualTo("404 text/plain 57 'WebSockets transport not supported by this end point type'");
        assertThat(polling.connections().size()).isZero();
    }

    @Test
    void shouldAnswer409ToASecondWebSocketOfAConnection() {
        String target = server.negotiate();
        server.send(FakeRequest.get(target).upgrade());

        assertThat(server.answer(FakeRequest.get(target).upgrade()).summary()).isEqualTo("409 text/plain 0 ''");
        assertThat(server.webSockets().upgrades()).hasSize(1);
    }

    @Test
    void shouldAnswer400ToOtherTransportsOfAWebSocketConnection() {
        String target = server.negotiate();
        server.send(FakeRequest.get(target).upgrade());

        assertThat(server.answer(FakeRequest.get(target)).body()).isEqualTo("Cannot change transports mid-connection");
        assertThat(server.answer(FakeRequest.get(target).eventStream()).status())
                .isEqualTo(400);
    }

    @Test
    void shouldRememberUserAndRequestFromBeforeTheUpgrade() {
        server.send(FakeRequest.get("/hub?x=1").upgrade().user("ann"));

        assertThat(server.hub().connection().caller().principal())
                .extracting("name")
                .isEqualTo("ann");
        assertThat(server.hub().connection().origin().request().path()).isEqualTo("/app/hub");
        assertThat(server.hub().connection().origin().request().queryParameter("x"))
                .contains("1");
    }

    @Test
    void shouldDropTheConnectionWhenTheServerDoesNotUpgrade() {
        server.webSockets().refusing();
        FakeRequest request = FakeRequest.get("/hub").upgrade();

        assertThatThrownBy(() -> server.servlet()
                        .service(request.servlet(), request.response().servlet()))
                .isInstanceOf(ServletException.class);

        assertThat(server.connections().size()).isZero();
        assertThat(server.hub().ends()).containsExactly("in order");
    }

    @Test
    void shouldCarryFramesBothWays() {
        server.hub().echoing();
        server.send(FakeRequest.get("/hub").upgrade());
        FakeWebSocket socket = server.webSockets().open();

        socket.text("hello", true);

        assertThat(server.hub().text()).isEqualTo("hello");
        assertThat(socket.sent()).containsExactly("text hello");
    }
}
