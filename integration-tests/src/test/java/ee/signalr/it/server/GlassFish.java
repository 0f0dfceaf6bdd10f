// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** GlassFish and Payara with their default domain, on ports of its own and on 127.0.0.1 alone. Immutable. */
final class GlassFish implements ServerProduct {

    private static final Pattern LISTENER = Pattern.compile("<network-listener ([^>]*)port=\"(\\d+)\"");
    private static final Pattern SECURE =
            Pattern.compile("(<network-listener [^>]*)port=\"\\d+\"(?=[^>]* name=\"http-listener-2\")");
    private static final Pattern PORT = Pattern.compile("((?:iiop-listener|jmx-connector) [^>]*)port=\"\\d+\"");

    private static final String HTTP = "<http ";

    /** The port of the messaging service; without it Payara 7 does not start. */
    private static final String MESSAGES = "value=\"7676\"";

    /** Payara's data grid listens on all addresses, on ports that another Payara may have, and takes members of the same name in. */
    private static final String GRID = "<hazelcast-runtime-configuration start-port=\"5900\" das-port=\"4900\"";

    private static final String OWN_GRID = "<hazelcast-runtime-configuration start-port=\"%s\" das-port=\"%s\""
            + " das-bind-address=\"127.0.0.1\" cluster-group-name=\"of-%s\"";

    /** Of connections between two requests, and of a thread with one request. */
    private static final String IDLE = "timeout-seconds=\"%1$d\" request-timeout-seconds=\"%1$d\" ";

    private final String idle;

    GlassFish(Patience patience) {
        idle = patience == Patience.SHORT ? IDLE.formatted(Patience.SECONDS) : "";
    }

    @Override
    public ProcessBuilder layOut(Path directory, int port, List<Application> applications) throws IOException {
        Path home = BuildFiles.serverHome();
        Path domains = directory.resolve("domains");
        Files.createDirectories(domains);
        Path domain = Directories.copy(home.resolve("glassfish/domains/domain1"), domains.resolve("domain1"));
        Path configuration = domain.resolve("config/domain.xml");
        Files.writeString(configuration, configured(Files.readString(configuration), port));
        KnownUsers.ofGlassFish(configuration.getParent());
        Path autodeploy = Files.createDirectories(deployments(directory));
        for (Application application : applications) {
            Files.copy(
                    application.war(),
                    autodeploy.resolve(application.contextRoot().substring(1) + ".war"));
        }
        ProcessBuilder builder = new ProcessBuilder(
                home.resolve("bin/asadmin").toString(),
                "start-domain",
                "--verbose",
                "--domaindir",
                domains.toString(),
                "domain1");
        builder.environment().put("AS_JAVA", BuildFiles.serverJava().toString());
        builder.environment().put("JAVA_HOME", BuildFiles.serverJava().toString());
        return builder;
    }

    @Override
    public Path deployments(Path directory) {
        return directory.resolve("domains/domain1/autodeploy");
    }

    private String configured(String domain, int port) throws IOException {
        String http = Integer.toString(port);
        Map<String, String> ports = Map.of("8080", http, "8181", free(), "4848", free());
        String listening = LISTENER.matcher(domain)
                .replaceAll(found -> "<network-listener address=\"127.0.0.1\" " + found.group(1) + "port=\""
                        + ports.getOrDefault(found.group(2), found.group(2)) + "\"");
        String ported = listening;
        for (MatchResult found : PORT.matcher(listening).results().toList()) {
            ported = ported.replace(found.group(), found.group(1) + "port=\"" + free() + "\"");
        }
        return ported.replace(HTTP, HTTP + idle)
                .replace("\"0.0.0.0\"", "\"127.0.0.1\"")
                .replace(GRID, OWN_GRID.formatted(free(), free(), http))
                .replace(MESSAGES, "value=\"" + free() + "\"")
                .replace("telnet.port=6666", "telnet.port=" + free());
    }

    /** The second listener is one for TLS, and takes the key of this alias. */
    @Override
    public void addTls(Path directory, int port, TlsKey key) throws IOException {
        Path configuration = directory.resolve("domains/domain1/config");
        Path domain = configuration.resolve("domain.xml");
        String secure = SECURE.matcher(Files.readString(domain)).replaceFirst("$1port=\"" + port + "\"");
        Files.writeString(domain, secure);
        Files.copy(key.store(), configuration.resolve("keystore.p12"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String free() throws IOException {
        return Integer.toString(ServerProcess.freePort());
    }
}
