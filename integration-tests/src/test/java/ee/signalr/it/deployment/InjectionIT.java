// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ee.signalr.HubCallerContext;
import ee.signalr.HubContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server: what the rest of an application injects. */
@ExtendWith(ArquillianExtension.class)
class InjectionIT {

    @Inject
    HubContext<GreeterHub> hub;

    @Inject
    Instance<HubCallerContext> caller;

    @Deployment
    static WebArchive war() {
        return Wars.of("injection.war", GreeterHub.class);
    }

    @Test
    void shouldReachClientsFromOutsideTheHub() throws Exception {
        assertNotNull(hub.clients().all());
        hub.clients().client("nobody").send("hear", "x").toCompletableFuture().get(10, TimeUnit.SECONDS);
        hub.groups().add("nobody", "group").toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void shouldHaveNoCallerOutsideACall() {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> caller.get().connectionId());
        assertEquals("SIGNALR-2001", refusal.getMessage().substring(0, 12));
    }
}
