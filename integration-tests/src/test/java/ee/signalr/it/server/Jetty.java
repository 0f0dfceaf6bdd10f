// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Jetty with the modules that hubs need, for Jakarta EE 10. Immutable. */
final class Jetty implements ServerProduct {

    private static final String HTTP = """
            --module=http
            jetty.http.host=127.0.0.1
            jetty.http.port=%d
            jetty.deploy.scanInterval=1
            """;

    /** The key is where Jetty looks for it. */
    private static final String TLS = """
            --module=https
            jetty.ssl.host=127.0.0.1
            jetty.ssl.port=%d
            jetty.sslContext.keyStorePassword=%s
            """;

    private static final String IDLE = "jetty.http.idleTimeout=%d%n";

    /** In a file of its own: what stands beside modules of an environment is taken for settings of that environment. */
    private static final String JAKARTA =
            "--module=ee10-deploy,ee10-annotations,ee10-websocket-jakarta,ee10-cdi-decorate,ee10-plus\n";

    private final String idle;

    Jetty(Patience patience) {
        idle = patience == Patience.SHORT ? IDLE.formatted(Patience.MILLIS) : "";
    }

    @Override
    public int keptLoaders() {
        return 0;
    }

    @Override
    public ProcessBuilder layOut(Path directory, int port, List<Application> applications) throws IOException {
        Path webapps = Files.createDirectories(directory.resolve("webapps"));
        for (Application application : applications) {
            Files.copy(
                    application.war(), webapps.resolve(application.contextRoot().substring(1) + ".war"));
        }
        Path start = Files.createDirectories(directory.resolve("start.d"));
        Files.writeString(start.resolve("http.ini"), HTTP.formatted(port) + idle);
        Files.writeString(start.resolve("jakarta.ini"), JAKARTA);
        KnownUsers.ofJetty(directory);
        return new ProcessBuilder(
                        ServerProduct.java(),
                        "-Xmx768m",
                        "-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("temp")),
                        "-jar",
                        BuildFiles.serverHome().resolve("start.jar").toString())
                .directory(directory.toFile());
    }

    @Override
    public void addTls(Path directory, int port, TlsKey key) throws IOException {
        Files.writeString(directory.resolve("start.d/https.ini"), TLS.formatted(port, TlsKey.PASSWORD));
        Path configuration = Files.createDirectories(directory.resolve("etc"));
        Files.copy(key.store(), configuration.resolve("keystore.p12"));
    }
}
