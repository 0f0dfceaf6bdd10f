// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.wire.HubSocket;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that goes ends its connections, and comes back as if it were new. */
@ExtendWith(ArquillianExtension.class)
class RedeployIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int PORT = Integer.getInteger("arquillian.port", 0);

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "again", managed = false, testable = false)
    static WebArchive war() {
        return Wars.of("again.war", GreeterHub.class);
    }

    @Test
    void shouldEndItsConnectionsAndServeAgain() {
        for (int round = 0; round < 2; round++) {
            deployer.deploy("again");
            try (HubSocket socket = HubSocket.open(PORT, "/again/greeter")) {
                assertThat(socket.invoke("greet", Wars.text("you")).getString("result"))
                        .isEqualTo("Hello you");
                deployer.undeploy("again");
                assertThat(socket.socket().end(LIMIT)).isNotZero();
            }
        }
    }
}
