// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.servlet.fakes.FakeRequest;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransportOriginsTest {

    private final Executor context = task -> task.run();
    private final ServletFixture server =
            ServletFixture.create().acceptingTokens().knowingCallers(context);

    static Stream<UnaryOperator<FakeRequest>> transports() {
        return Stream.of(FakeRequest::upgrade, FakeRequest::eventStream, poll -> poll);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void shouldKeepWhatTheServerKnowsOfACallerWhomItHasAuthenticated(UnaryOperator<FakeRequest> transport) {
        String target = server.negotiateAs("ann");

        server.send(transport.apply(FakeRequest.get(target).user("ann")));

        assertThat(server.hub().connection().origin().callerContext()).isSameAs(context);
        assertThat(server.hub().connection().origin().caller().name()).isEqualTo("ann");
    }

    @Test
    void shouldKeepNoContextOfOthers() {
        server.send(FakeRequest.get("/hub").upgrade());
        server.send(FakeRequest.get("/hub").upgrade().bearer("ann"));

        assertThat(server.hub().opened())
                .hasSize(2)
                .allMatch(connection -> connection.origin().callerContext() == TransportOrigin.NO_CONTEXT);
    }
}
