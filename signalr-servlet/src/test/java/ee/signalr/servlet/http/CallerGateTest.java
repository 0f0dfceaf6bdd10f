// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeResponse;
import ee.signalr.servlet.fakes.RecordedLog;
import ee.signalr.spi.TokenAuthenticator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use a hub, request by request. */
class CallerGateTest {

    private static final Settings REFRESHING = Settings.defaults().with(Options.ENABLE_AUTHENTICATION_REFRESH, true);

    private static final String UNAUTHORIZED = "401 text/plain 12 'Unauthorized'";
    private static final String FORBIDDEN = "403 text/plain 9 'Forbidden'";
    private static final String INVALID = "401 application/json 25 '{\"error\":\"invalid_token\"}'";
    private static final String PASSED = "passed";

    /** Every request that a client can make. */
    enum Way {
        NEGOTIATE(FakeRequest.post("/hub/negotiate", "")),
        UPGRADE(FakeRequest.get("/hub").upgrade()),
        UPGRADE_OF_A_CONNECTION(FakeRequest.get("/hub?id=nope").upgrade()),
        EVENT_STREAM(FakeRequest.get("/hub?id=nope").eventStream()),
        POLL(FakeRequest.get("/hub?id=nope")),
        SEND(FakeRequest.post("/hub?id=nope", "x")),
        CLOSE(new FakeRequest("DELETE", "/hub?id=nope")),
        REFRESH(FakeRequest.post("/hub/refresh?id=nope", ""));

        private final String text;
        private final FakeRequest sample;

        Way(FakeRequest sample) {
            this.sample = sample;
            this.text = sample.toString();
        }

        FakeRequest request() {
            return sample.copy();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final List<Arguments> CALLERS = List.of(
            // who, requirement, outcome
            arguments("nobody", SecurityRequirement.NONE, PASSED),
            arguments("nobody", SecurityRequirement.PERMIT_ALL, PASSED),
            arguments("nobody", SecurityRequirement.DENY_ALL, UNAUTHORIZED),
            arguments("nobody", roles("user"), UNAUTHORIZED),
            arguments("nobody", roles("**"), UNAUTHORIZED),
            arguments("user", SecurityRequirement.NONE, PASSED),
            arguments("user", SecurityRequirement.DENY_ALL, FORBIDDEN),
            arguments("user", roles("user"), PASSED),
            arguments("user", roles("admin", "user"), PASSED),
            arguments("user", roles("admin"), FORBIDDEN),
            arguments("user", roles("**"), PASSED),
            arguments("token", SecurityRequirement.NONE, PASSED),
            arguments("token", SecurityRequirement.DENY_ALL, FORBIDDEN),
            arguments("token", roles("user"), PASSED),
            arguments("token", roles("admin"), FORBIDDEN),
            arguments("query", roles("user"), PASSED),
            arguments("query", roles("admin"), FORBIDDEN),
            arguments("bad", SecurityRequirement.NONE, UNAUTHORIZED),
            arguments("bad", SecurityRequirement.PERMIT_ALL, UNAUTHORIZED),
            arguments("bad", roles("user"), UNAUTHORIZED));

    private static SecurityRequirement roles(String... roles) {
        return SecurityRequirement.roles(Set.of(roles));
    }

    private static UnaryOperator<FakeRequest> as(String who) {
        return switch (who) {
            case "user" -> request -> request.user("ann", "user");
            case "token" -> request -> request.bearer("ann.user");
            case "query" -> request -> request.parameter("access_token", "ann.user");
            case "bad" -> request -> request.bearer("bad");
            default -> request -> request;
        };
    }

    static Stream<Arguments> attempts() {
        return Stream.of(Way.values())
                .flatMap(way -> CALLERS.stream().map(caller -> {
                    Object[] row = caller.get();
                    return arguments(way, row[0], row[1], row[2]);
                }));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void shouldLetThosePassWhomTheHubLetsIn(Way way, String who, SecurityRequirement requirement, String outcome) {
        ServletFixture server = ServletFixture.guarded(REFRESHING, requirement).acceptingTokens();
        FakeRequest request = server.send(as(who).apply(way.request()));
        FakeResponse answer = request.response();

        if (way == Way.REFRESH && (outcome.equals(UNAUTHORIZED) || who.equals("nobody"))) {
            // Whoever refreshes must say who it is, even where a hub is open to all.
            assertThat(answer.summary())
                    .isIn(INVALID, "404 application/json 32 '{\"error\":\"connection_not_found\"}'");
        } else if (outcome.equals(PASSED)) {
            assertThat(answer.status()).isIn(200, 404);
        } else {
            assertThat(answer.summary()).isEqualTo(outcome);
        }
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(answer.status() == 401 ? "Bearer" : null);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void shouldAnswer500WhenATokenCannotBeChecked(Way way) {
        ServletFixture server = ServletFixture.with(REFRESHING).accepting(token -> {
            throw new IllegalStateException("no keys");
        });

        try (RecordedLog log = RecordedLog.of(Callers.class)) {
            FakeResponse answer = server.answer(way.request().bearer("ann"));

            assertThat(answer.summary()).isEqualTo("500 text/plain 0 ''");
            assertThat(log.messages()).containsExactly("SEVERE SIGNALR-3022: the authenticator of tokens has failed");
        }
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldTakeAnAuthenticatorThatAnswersNothingForOneThatFails() {
        TokenAuthenticator careless = token -> null;
        try (RecordedLog log = RecordedLog.of(Callers.class)) {
            assertThat(ServletFixture.create()
                            .accepting(careless)
                            .answer(Way.NEGOTIATE.request().bearer("ann"))
                            .status())
                    .isEqualTo(500);
            assertThat(log.messages()).hasSize(1);
        }
    }

    @Test
    void shouldNotLookAtTokensWithoutAnAuthenticator() {
        ServletFixture server = ServletFixture.create();

        server.send(Way.UPGRADE.request().bearer("bad"));

        assertThat(server.hub().connection().caller()).isEqualTo(CallerIdentity.ANONYMOUS);
    }

    @Test
    void shouldBelieveTheContainerRatherThanAToken() {
        NamingTokens tokens = NamingTokens.until(ServletFixture.NOW);
        ServletFixture server =
                ServletFixture.guarded(REFRESHING, roles("user")).accepting(tokens);

        server.send(Way.UPGRADE.request().user("ann", "user", "unasked").bearer("bad"));

        CallerIdentity caller = server.hub().connection().caller();
        assertThat(caller.name()).isEqualTo("ann");
        assertThat(caller.roles()).containsExactly("user");
        assertThat(caller.expiry()).isNull();
        assertThat(tokens.asked()).isEmpty();
    }

    @Test
    void shouldKnowUserRolesAndExpiryOfAToken() {
        NamingTokens tokens = NamingTokens.until(ServletFixture.NOW);
        ServletFixture server = ServletFixture.create().accepting(tokens);

        server.send(Way.UPGRADE.request().parameter("access_token", "ann.a.b"));

        CallerIdentity caller = server.hub().connection().caller();
        assertThat(caller.name()).isEqualTo("ann");
        assertThat(caller.roles()).containsExactlyInAnyOrder("a", "b");
        assertThat(caller.expiry()).isEqualTo(ServletFixture.NOW);
        assertThat(tokens.asked()).as("once per request").hasSize(1);
    }
}
