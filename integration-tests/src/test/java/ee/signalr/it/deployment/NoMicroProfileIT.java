// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HttpCall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers that lack MicroProfile Health, and many MicroProfile Config too, have nothing to say about that. */
@Tag("portable")
@ExtendWith(SharedServer.class)
class NoMicroProfileIT {

    @Test
    void shouldNotBeWarnedAbout(TestServer server) {
        assertThat(HttpCall.exchange(server.port(), "POST", "/it/suite/negotiate?negotiateVersion=1", "")
                        .code())
                .isEqualTo(200);

        assertThat(server.log()).isNotEmpty();
        assertThat(MicroProfileWarnings.in(server.log())).isEmpty();
    }

    @Test
    void shouldBeNoticedIfItWere() {
        assertThat(MicroProfileWarnings.in(String.join(
                        "\n",
                        "28-Nov-2026 19:00:00.000 WARNING [main] o.x.Weld Failed to link org/eclipse/microprofile/health/HealthCheck",
                        "[11/28/26, 19:00:00:000 UTC] 0000002e org.jboss.weld.Bootstrap                W WELD-000119: microprofile",
                        "19:00:00,000 WARN  [org.jboss.modules.define] (main) Failed to define class microprofile",
                        "19:00:00,000 INFO  [org.wildfly] (main) Activating MicroProfile Config Subsystem")))
                .hasSize(3);
    }
}
