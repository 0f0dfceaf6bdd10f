// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** WildFly with its default configuration, but for larger bodies and WARs that come and go soon. Immutable. */
final class WildFly implements ServerProduct {

    private static final String LISTENER = "<http-listener name=\"default\"";
    private static final String SCANNER = "scan-interval=\"5000\"";

    /** Of writing, and of connections between two requests; that of reading ends WebSockets whose clients do not ping. */
    private static final String IDLE = " write-timeout=\"%1$d\" no-request-timeout=\"%1$d\"";

    private final String idle;
    private final String name;
    private final int management = free();

    WildFly(Patience patience) {
        this(patience == Patience.SHORT ? IDLE.formatted(Patience.MILLIS) : "", "standalone.xml");
    }

    private WildFly(String idle, String name) {
        this.idle = idle;
        this.name = name;
    }

    private static int free() {
        try {
            return ServerProcess.freePort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** The configuration with all of MicroProfile, which is told where the server is managed. */
    @Override
    public ServerProduct tellingHealth() {
        return new WildFly(idle, "standalone-microprofile.xml");
    }

    @Override
    public int healthPort(int port) {
        return management;
    }

    @Override
    public ProcessBuilder layOut(Path directory, int port, List<Application> applications) throws IOException {
        Path home = BuildFiles.serverHome();
        Path configuration =
                Directories.copy(home.resolve("standalone/configuration"), directory.resolve("configuration"));
        configure(configuration.resolve(name));
        KnownUsers.ofWildFly(configuration);
        Path deployments = Files.createDirectories(deployments(directory));
        for (Application application : applications) {
            Files.copy(
                    application.war(),
                    deployments.resolve(application.contextRoot().substring(1) + ".war"));
        }
        ProcessBuilder builder = new ProcessBuilder(
                home.resolve("bin/standalone.sh").toString(),
                "-c",
                name,
                "-b",
                "127.0.0.1",
                "-bmanagement",
                "127.0.0.1",
                "-Djboss.server.base.dir=" + directory,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + ServerProcess.freePort(),
                "-Djboss.management.http.port=" + management);
        builder.environment().put("JAVA_HOME", BuildFiles.serverJava().toString());
        builder.environment().put("JBOSS_HOME", home.toString());
        builder.environment().remove("JAVA_OPTS");
        return builder;
    }

    /** The server takes bodies of 10 MB at most, and looks for WARs every five seconds, when nothing is said. */
    private void configure(Path standalone) throws IOException {
        String usual = Files.readString(standalone);
        if (!usual.contains(LISTENER) || !usual.contains(SCANNER)) {
            throw new IOException("Not the configuration that was expected: " + standalone);
        }
        Files.writeString(
                standalone,
                usual.replace(LISTENER, LISTENER + " max-post-size=\"20971520\"" + idle)
                        .replace(SCANNER, "scan-interval=\"500\""));
    }

    @Override
    public Path deployments(Path directory) {
        return directory.resolve("deployments");
    }

    /** The listener is there, and would make a key of its own if it found none. */
    @Override
    public void addTls(Path directory, int port, TlsKey key) throws IOException {
        Path configuration = directory.resolve("configuration");
        Path standalone = configuration.resolve(name);
        Files.writeString(
                standalone,
                Files.readString(standalone)
                        .replace("${jboss.https.port:8443}", Integer.toString(port))
                        .replace("clear-text=\"password\"", "clear-text=\"" + TlsKey.PASSWORD + "\"")
                        .replace("<implementation type=\"JKS\"/>", "<implementation type=\"PKCS12\"/>"));
        Files.copy(key.store(), configuration.resolve("application.keystore"));
    }
}
