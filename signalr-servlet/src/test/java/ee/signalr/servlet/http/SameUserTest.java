// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeResponse;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection is one user's, from negotiate on. */
class SameUserTest {

    private static final String UNAUTHORIZED = "401 text/plain 12 'Unauthorized'";
    private static final String FORBIDDEN = "403 text/plain 0 ''";

    private final ServletFixture server = ServletFixture.with(
                    Settings.defaults().with(Options.ALLOW_STATEFUL_RECONNECTS, true))
            .acceptingTokens();

    static Stream<Function<String, FakeRequest>> requests() {
        return Stream.of(
                FakeRequest::get,
                target -> FakeRequest.get(target).eventStream(),
                target -> FakeRequest.get(target).upgrade(),
                target -> FakeRequest.post(target, "x"),
                target -> new FakeRequest("DELETE", target));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldRefuseOthersBeforeTheTransportIsOpen(Function<String, FakeRequest> request) {
        String target = server.negotiateAs("ann");

        expectRefusals(target, request);
        assertThat(server.hub().opened()).isEmpty();
        assertThat(server.answer(FakeRequest.get(target).user("ann")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldRefuseOthersWhilePollsAreOpen(Function<String, FakeRequest> request) {
        String target = server.negotiateAs("ann");
        server.answer(FakeRequest.get(target).user("ann"));
        FakeRequest poll = server.send(FakeRequest.get(target).user("ann"));

        expectRefusals(target, request);

        assertThat(poll.isAnswered()).isFalse();
        assertThat(server.hub().text()).isEmpty();
        assertThat(server.hub().ends()).isEmpty();
        assertThat(server.answer(FakeRequest.post(target, "mine").user("ann")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldRefuseOthersWhileAWebSocketThatMayBeReplacedIsOpen(Function<String, FakeRequest> request) {
        String target = server.negotiateWith("ann");
        server.send(FakeRequest.get(target).upgrade().bearer("ann"));

        expectRefusals(target, request);

        assertThat(server.webSockets().upgrades()).hasSize(1);
        assertThat(server.hub().ends()).isEmpty();
    }

    private void expectRefusals(String target, Function<String, FakeRequest> request) {
        FakeResponse nobody = server.answer(request.apply(target));
        assertThat(nobody.summary()).isEqualTo(UNAUTHORIZED);
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(server.answer(request.apply(target).user("bob")).summary()).isEqualTo(FORBIDDEN);
        assertThat(server.answer(request.apply(target).bearer("bob")).summary()).isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldNotGiveAConnectionThatNobodyNegotiatedToAUser(Function<String, FakeRequest> request) {
        String target = server.negotiate();

        assertThat(server.answer(request.apply(target).user("ann")).summary()).isEqualTo(FORBIDDEN);
    }

    @Test
    void shouldTakeAUserForTheSameWhoeverVouchesForIt() {
        String target = server.negotiateAs("ann");

        assertThat(server.answer(FakeRequest.get(target).bearer("ann")).status())
                .isEqualTo(200);
    }

    @Test
    void shouldTakeRolesAndExpiryFromEachPoll() {
        String target = server.negotiateWith("ann.a");
        server.answer(FakeRequest.get(target).bearer("ann.a"));
        assertThat(server.hub().connection().caller().roles()).containsExactly("a");

        server.accepting(NamingTokens.until(ServletFixture.NOW.plusSeconds(90)));
        server.send(FakeRequest.get(target).bearer("ann.b"));

        assertThat(server.hub().connection().caller().roles()).containsExactly("b");
        assertThat(server.hub().connection().caller().expiry()).isEqualTo(ServletFixture.NOW.plusSeconds(90));
    }

    @Test
    void shouldNotTakeRolesFromWhatIsPosted() {
        String target = server.negotiateWith("ann.a");
        server.answer(FakeRequest.get(target).bearer("ann.a"));

        server.answer(FakeRequest.post(target, "x").bearer("ann.b"));

        assertThat(server.hub().connection().caller().roles()).containsExactly("a");
    }

    @Test
    void shouldForgetTheSecretOfAnEventStreamWithItsEnd() {
        String target = server.negotiateAs("ann");
        server.send(FakeRequest.get(target).eventStream().user("ann"));
        FakeRequest again = FakeRequest.get(target).eventStream().user("ann");
        assertThat(server.answer(again).summary()).isEqualTo("409 text/plain 0 ''");

        server.hub().connection().abort(null);

        List<FakeRequest> late = Stream.of(
                        FakeRequest.get(target), FakeRequest.get(target).eventStream())
                .map(request -> request.user("ann"))
                .toList();
        assertThat(late).allMatch(request -> server.answer(request).status() == 404);
    }
}
