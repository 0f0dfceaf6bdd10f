// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.servlet.fakes.FakeHub;
import ee.signalr.servlet.http.HubRoute.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubRoutesTest {

    private static ConnectionEndpoint endpoint(String... paths) {
        return new FakeHub().at(Settings.defaults(), paths);
    }

    @Test
    void shouldServeEachPathAndItsNegotiate() {
        ConnectionEndpoint chat = endpoint("/chat", "/hubs/Chat");
        HubRoutes routes = HubRoutes.of(List.of(chat));

        assertThat(routes.patterns())
                .containsExactlyInAnyOrder("/chat", "/chat/negotiate", "/hubs/Chat", "/hubs/Chat/negotiate");
        assertThat(routes.find("/chat")).contains(new HubRoute(chat, Purpose.CONNECT));
        assertThat(routes.find("/hubs/Chat/negotiate")).contains(new HubRoute(chat, Purpose.NEGOTIATE));
        assertThat(routes.find("/Chat")).isEmpty();
        assertThat(routes.find("/chat/")).isEmpty();
    }

    @Test
    void shouldServeRefreshWhereItIsEnabled() {
        Settings refreshing = Settings.defaults().with(Options.ENABLE_AUTHENTICATION_REFRESH, true);
        ConnectionEndpoint chat = new FakeHub().at(refreshing, "/chat", "/");
        HubRoutes routes = HubRoutes.of(List.of(chat, endpoint("/other")), true);

        assertThat(routes.find("/chat/refresh")).contains(new HubRoute(chat, Purpose.REFRESH));
        assertThat(routes.find("/refresh")).contains(new HubRoute(chat, Purpose.REFRESH));
        assertThat(routes.otherCase("/Chat/Refresh")).contains("/chat/refresh");
        assertThat(routes.find("/other/refresh")).isEmpty();
        assertThat(routes.patterns()).contains("/chat/refresh", "/refresh").doesNotContain("/other/refresh");
    }

    @Test
    void shouldMapTheContextRootAsNothing() {
        HubRoutes routes = HubRoutes.of(List.of(endpoint("/")));

        assertThat(routes.patterns()).containsExactlyInAnyOrder("", "/negotiate");
        assertThat(routes.find("/")).isPresent();
        assertThat(routes.find("/negotiate")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat/", "chat", "", "/*", "/a/*", "*.hub", "/{room}", "/a}"})
    void shouldRefusePathsThatCannotBeServed(String path) {
        assertThatThrownBy(() -> HubRoutes.of(List.of(endpoint(path))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + path + "'");
    }

    @Test
    void shouldReportAllProblemsAtOnce() {
        assertThatThrownBy(() -> HubRoutes.of(List.of(endpoint("/a/", "/ok"), endpoint("/b*"), endpoint("/ok"))))
                .hasMessageContainingAll("'/a/'", "'/b*'", "'/ok' is served already");
    }

    @Test
    void shouldRefuseAPathThatIsTheNegotiateOfAnother() {
        assertThatThrownBy(() -> HubRoutes.of(List.of(endpoint("/chat"), endpoint("/chat/negotiate"))))
                .hasMessageContaining("'/chat/negotiate' is served already");
    }

    @Test
    void shouldRefusePathsOfTwoThatDifferInCaseOnlyWhenCaseDoesNotMatter() {
        List<ConnectionEndpoint> endpoints = List.of(endpoint("/chat"), endpoint("/Chat"));

        assertThatThrownBy(() -> HubRoutes.of(endpoints, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "SIGNALR-3021: '/Chat' of fake and '/chat' of fake cannot be told apart",
                        "SIGNALR-3021: '/Chat/negotiate' of fake");
        assertThat(HubRoutes.of(endpoints).patterns()).contains("/chat", "/Chat");
    }

    @Test
    void shouldRefuseAPathThatIsInOtherCaseTheNegotiateOfAnother() {
        assertThatThrownBy(() -> HubRoutes.of(List.of(endpoint("/chat"), endpoint("/chat/Negotiate")), true))
                .hasMessageContaining("SIGNALR-3021: '/chat/Negotiate' of fake and '/chat/negotiate' of fake");
    }

    @Test
    void shouldServeOneHubAtPathsThatDifferInCaseOnly() {
        ConnectionEndpoint chat = endpoint("/chat", "/Chat");

        HubRoutes routes = HubRoutes.of(List.of(chat), true);

        assertThat(routes.find("/Chat")).contains(new HubRoute(chat, Purpose.CONNECT));
        assertThat(routes.otherCase("/CHAT")).contains("/chat");
    }

    @ParameterizedTest
    @CsvSource({"/CHAT, /chat", "/Chat/Negotiate, /chat/negotiate", "/straße/X, /straße/x"})
    void shouldFindThePathThatDiffersInCaseOnly(String asked, String served) {
        HubRoutes routes = HubRoutes.of(List.of(endpoint("/chat", "/straße/x")));

        assertThat(routes.otherCase(asked)).contains(served);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat", "/chats", "/CHAT/x", "/"})
    void shouldFindNoOtherCaseForPathsServedAsTheyAreOrNotAtAll(String asked) {
        assertThat(HubRoutes.of(List.of(endpoint("/chat"))).otherCase(asked)).isEmpty();
    }
}
