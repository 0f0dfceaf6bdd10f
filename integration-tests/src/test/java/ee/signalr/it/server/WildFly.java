// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** WildFly with its default configuration. Stateless. */
final class WildFly implements ServerProduct {

    @Override
    public ProcessBuilder layOut(Path directory, int port, List<Application> applications) throws IOException {
        Path home = BuildFiles.serverHome();
        Directories.copy(home.resolve("standalone/configuration"), directory.resolve("configuration"));
        Path deployments = Files.createDirectories(directory.resolve("deployments"));
        for (Application application : applications) {
            Files.copy(
                    application.war(),
                    deployments.resolve(application.contextRoot().substring(1) + ".war"));
        }
        ProcessBuilder builder = new ProcessBuilder(
                home.resolve("bin/standalone.sh").toString(),
                "-b",
                "127.0.0.1",
                "-bmanagement",
                "127.0.0.1",
                "-Djboss.server.base.dir=" + directory,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + ServerProcess.freePort(),
                "-Djboss.management.http.port=" + ServerProcess.freePort());
        builder.environment().put("JAVA_HOME", BuildFiles.serverJava().toString());
        builder.environment().put("JBOSS_HOME", home.toString());
        builder.environment().remove("JAVA_OPTS");
        return builder;
    }
}
