// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeResponse;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshHandlerTest {

    private static final Settings REFRESHING = Settings.defaults().with(Options.ENABLE_AUTHENTICATION_REFRESH, true);

    private final ServletFixture server = ServletFixture.with(REFRESHING).acceptingTokens();

    private static FakeRequest refresh(String target) {
        return FakeRequest.post(target.replace("/hub?", "/hub/refresh?"), "");
    }

    private static String error(int status, String name) {
        return status + " application/json " + (12 + name.length()) + " '{\"error\":\"" + name + "\"}'";
    }

    private String started(String token) {
        String target = server.negotiateWith(token);
        server.answer(FakeRequest.get(target).bearer(token));
        return target;
    }

    static Stream<Arguments> lifetimes() {
        Instant now = ServletFixture.NOW;
        return Stream.of(
                arguments(now.plusSeconds(300), "{\"tokenLifetimeSeconds\":300}"),
                arguments(now.plusMillis(1_999), "{\"tokenLifetimeSeconds\":1}"),
                arguments(now.plusMillis(1), "{\"tokenLifetimeSeconds\":0}"),
                arguments(now.plusSeconds(3_000_000_000L), "{\"tokenLifetimeSeconds\":2147483647}"),
                arguments(Instant.MAX, "{\"tokenLifetimeSeconds\":2147483647}"),
                arguments(now, "{}"),
                arguments(now.minusSeconds(1), "{}"));
    }

    @ParameterizedTest
    @MethodSource("lifetimes")
    void shouldReplaceRolesAndExpiryAndTellHowLongTheyLast(Instant expiry, String body) {
        String target = started("ann.old");
        server.accepting(NamingTokens.until(expiry));

        FakeResponse answer = server.answer(refresh(target).bearer("ann.new"));

        assertThat(answer.summary()).isEqualTo("200 application/json " + body.length() + " '" + body + "'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(server.hub().connection().caller().roles()).containsExactly("new");
        assertThat(server.hub().connection().caller().expiry()).isEqualTo(expiry);
    }

    @Test
    void shouldTakeWhatTheContainerSays() {
        String target = started("ann.old");

        assertThat(server.answer(refresh(target).user("ann")).body()).isEqualTo("{}");
        assertThat(server.hub().connection().caller().expiry()).isNull();
    }

    @Test
    void shouldRefreshBeforeTheTransportIsOpen() {
        assertThat(server.answer(refresh(server.negotiateWith("ann")).bearer("ann"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hub/refresh", "/hub/refresh?id="})
    void shouldAskForWhichConnection(String target) {
        assertThat(server.answer(FakeRequest.post(target, "").bearer("ann")).summary())
                .isEqualTo(error(400, "missing_connection_token"));
    }

    @Test
    void shouldFindNoConnectionThatThereIsNot() {
        assertThat(server.answer(refresh("/hub?id=nope").bearer("ann")).summary())
                .isEqualTo(error(404, "connection_not_found"));
    }

    @Test
    void shouldNotRefreshAConnectionWithoutASecretToken() {
        server.send(FakeRequest.get("/hub").upgrade().bearer("ann.old"));
        String target = "/hub?id=" + server.hub().connection().token();

        assertThat(server.answer(refresh(target).bearer("ann.new")).summary())
                .isEqualTo(error(404, "connection_not_found"));
        assertThat(server.hub().connection().caller().roles()).containsExactly("old");
    }

    @Test
    void shouldNotRefreshAConnectionByItsPublicId() {
        started("ann");
        String id = server.hub().connection().id();

        assertThat(server.answer(refresh("/hub?id=" + id).bearer("ann")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bad"})
    void shouldAskForAGoodToken(String token) {
        String target = started("ann.old");
        FakeRequest request =
                token.isEmpty() ? refresh(target) : refresh(target).bearer(token);

        FakeResponse answer = server.answer(request);

        assertThat(answer.summary()).isEqualTo(error(401, "invalid_token"));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(server.hub().connection().caller().roles()).containsExactly("old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann.old", ""})
    void shouldRefuseAnotherUser(String owner) {
        String target = owner.isEmpty() ? server.startPolling() : started(owner);

        assertThat(server.answer(refresh(target).bearer("bob")).summary()).isEqualTo(error(403, "user_changed"));
        assertThat(server.hub().connection().caller().name()).isEqualTo(owner.isEmpty() ? null : "ann");
        assertThat(server.hub().ends()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "OPTIONS"})
    void shouldTakePostsOnly(String method) {
        assertThat(server.answer(new FakeRequest(method, "/hub/refresh?id=x").bearer("ann"))
                        .summary())
                .isEqualTo("405 text/plain 0 ''");
    }

    @Test
    void shouldNotRefreshWithRolesThatTheHubDoesNotLetIn() {
        ServletFixture guarded = ServletFixture.guarded(REFRESHING, SecurityRequirement.roles(Set.of("user")))
                .acceptingTokens();
        String target = guarded.negotiateWith("ann.user");

        assertThat(guarded.answer(refresh(target).bearer("ann.guest")).summary())
                .isEqualTo("403 text/plain 9 'Forbidden'");
    }
}
