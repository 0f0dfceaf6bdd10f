// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.servlet.fakes.Fake;
import jakarta.enterprise.concurrent.ContextService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.naming.NameNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContainerCallersTest {

    private final Executor captured = task -> task.run();
    private final List<String> lookups = new ArrayList<>();

    private final ContextService service = Fake.of(ContextService.class)
            .on("currentContextExecutor", call -> captured)
            .make();

    private ContainerCallers connected(ContainerNames names) {
        ContainerCallers callers = new ContainerCallers(name -> {
            lookups.add(name);
            return names.lookup(name);
        });
        callers.connect();
        return callers;
    }

    @Test
    void shouldCaptureTheContextOfTheThread() {
        assertThat(connected(name -> service).capture()).isSameAs(captured);
        assertThat(lookups).containsExactly("java:comp/DefaultContextService");
    }

    @Test
    void shouldNotLookAgainOnceFound() {
        connected(name -> service).connect();

        assertThat(lookups).hasSize(1);
    }

    @Test
    void shouldLookAgainAsLongAsNothingIsFound() {
        connected(name -> "something else").connect();

        assertThat(lookups).hasSize(2);
    }

    static Stream<ContainerNames> serversWithoutTheService() {
        return Stream.of(
                name -> "something else",
                name -> {
                    throw new NameNotFoundException(name);
                },
                name -> {
                    throw new IllegalStateException("not here");
                },
                name -> {
                    throw new NoClassDefFoundError("jakarta/enterprise/concurrent/ContextService");
                },
                ContainerNames.ofContainer());
    }

    @ParameterizedTest
    @MethodSource("serversWithoutTheService")
    void shouldDoWithoutTheService(ContainerNames names) {
        assertThat(connected(names).capture()).isSameAs(TransportOrigin.NO_CONTEXT);
    }

    @Test
    void shouldDoWithoutAContextThatCannotBeCaptured() {
        ContextService stopping = Fake.of(ContextService.class)
                .on("currentContextExecutor", call -> {
                    throw new IllegalStateException("stopping");
                })
                .make();

        assertThat(connected(name -> stopping).capture()).isSameAs(TransportOrigin.NO_CONTEXT);
    }

    @Test
    void shouldCaptureNothingBeforeItIsConnected() {
        assertThat(new ContainerCallers(name -> service).capture()).isSameAs(TransportOrigin.NO_CONTEXT);
    }
}
