// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HubSocket;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A WAR of one hub class, and in WEB-INF/lib the one jar alone. */
@ExtendWith(ArquillianExtension.class)
class OneJarIT {

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of("onejar.war", GreeterHub.class);
    }

    @Test
    void shouldHoldNothingElse() {
        assertThat(war().getContent().keySet())
                .extracting(ArchivePath::get)
                .containsExactlyInAnyOrder(
                        "/WEB-INF",
                        "/WEB-INF/lib",
                        "/WEB-INF/lib/signalr.jar",
                        "/WEB-INF/classes",
                        "/WEB-INF/classes/ee",
                        "/WEB-INF/classes/ee/signalr",
                        "/WEB-INF/classes/ee/signalr/it",
                        "/WEB-INF/classes/ee/signalr/it/deployment",
                        "/WEB-INF/classes/ee/signalr/it/deployment/GreeterHub.class");
    }

    @Test
    void shouldServeTheHub(@ArquillianResource URI base) {
        try (HubSocket socket = HubSocket.open(base.getPort(), Wars.path(base, "/greeter"))) {
            assertThat(socket.invoke("Greet", Wars.text("you")).getString("result"))
                    .isEqualTo("Hello you");
        }
    }

    @Test
    void shouldServeNothingBesideTheHub(@ArquillianResource URI base) {
        assertThat(status(base, "/greeter/negotiate?negotiateVersion=1")).isEqualTo(200);
        assertThat(status(base, "/greeter/other")).isEqualTo(404);
        assertThat(status(base, "/Greeter/negotiate?negotiateVersion=1")).isEqualTo(404);
        assertThat(status(base, "/other/negotiate?negotiateVersion=1")).isEqualTo(404);
    }

    private static int status(URI base, String path) {
        return HttpCall.exchange(base.getPort(), "POST", Wars.path(base, path), "")
                .code();
    }
}
