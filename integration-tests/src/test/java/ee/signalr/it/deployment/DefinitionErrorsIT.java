// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Definition errors fail the deployment, all at once and with their codes. */
@ExtendWith(ArquillianExtension.class)
class DefinitionErrorsIT {

    private static final Path LOG =
            Path.of(System.getProperty("arquillian.usr", ""), "servers/arquillian/logs/messages.log");

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "hubs", managed = false, testable = false)
    static WebArchive hubs() {
        return Wars.of(
                "brokenhubs.war",
                BrokenHubs.class,
                BrokenHubs.Overloaded.class,
                BrokenHubs.OfASession.class,
                BrokenHubs.SamePath.class,
                GreeterHub.class);
    }

    @Deployment(name = "options", managed = false, testable = false)
    static WebArchive options() {
        return Wars.configured(
                Wars.of("brokenoptions.war", GreeterHub.class),
                "signalr.keep-alive-intervall=15s",
                "signalr.maximum-parallel-invocations=0");
    }

    @Test
    void shouldReportEveryDefinitionErrorAtOnce() throws IOException {
        assertThat(reportOf("hubs"))
                .contains("SIGNALR-2101", "Overloading is not supported")
                .contains("SIGNALR-2102", "'take' is a generic method")
                .contains("SIGNALR-2103", "Path '/greeter'")
                .contains("SIGNALR-2109", "a parameter of type String")
                .contains("SIGNALR-2113", "@SessionScoped")
                .contains(BrokenHubs.Overloaded.class.getName());
    }

    @Test
    void shouldReportEveryWrongOptionAtOnce() throws IOException {
        assertThat(reportOf("options"))
                .contains("keep-alive-intervall: there is no such option")
                .contains("maximum-parallel-invocations");
    }

    /** What the failed deployment wrote to the server's log. */
    private String reportOf(String deployment) throws IOException {
        long before = Files.size(LOG);
        try {
            assertThatThrownBy(() -> deployer.deploy(deployment)).isNotNull();
        } finally {
            deployer.undeploy(deployment);
        }
        byte[] log = Files.readAllBytes(LOG);
        return new String(log, (int) before, (int) (log.length - before), StandardCharsets.UTF_8);
    }
}
