// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.cdi.test.LogRecords;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.control.RequestContextController;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestScopesTest {

    private final List<Controller> made = new ArrayList<>();
    private final RequestScopes scopes = new RequestScopes(this::controller, new LeftOverRequest(null, List.of()));

    @Test
    void shouldUseAControllerAgainWhenItsRequestHasEnded() {
        scopes.open().close();
        scopes.open().close();

        assertThat(made)
                .singleElement()
                .satisfies(controller -> assertThat(controller.activations).isEqualTo(2));
    }

    @Test
    void shouldUseAControllerForOneRequestAtATime() {
        RequestScope first = scopes.open();
        RequestScope second = scopes.open();

        first.close();
        second.close();

        assertThat(made).hasSize(2).allSatisfy(controller -> {
            assertThat(controller.activations).isEqualTo(1);
            assertThat(controller.active).isFalse();
        });
    }

    @Test
    void shouldLogAndNotUseAgainAControllerThatFailsToEndItsRequest() {
        try (LogRecords log = new LogRecords("ee.signalr.cdi")) {
            RequestScope scope = scopes.open();
            made.get(0).failing = true;

            scope.close();
            scopes.open().close();

            assertThat(log.messages()).singleElement().asString().startsWith("SIGNALR-2006");
            assertThat(made).hasSize(2);
        }
    }

    private RequestContextController controller() {
        Controller controller = new Controller();
        made.add(controller);
        return controller;
    }

    /** Counts what it is asked to do. */
    private static final class Controller implements RequestContextController {

        private int activations;
        private boolean active;
        private boolean failing;

        @Override
        public boolean activate() {
            activations++;
            active = true;
            return true;
        }

        @Override
        public void deactivate() {
            if (failing || !active) {
                throw new ContextNotActiveException("as asked for");
            }
            active = false;
        }
    }
}
