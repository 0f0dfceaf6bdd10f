// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server is made of. Immutable.
 *
 * @param name the server's name, also of its directory
 * @param configuration directory with the server.xml
 * @param applications WARs that server.xml does not name
 * @param named WARs that server.xml names, to be copied only
 * @param options options of the Java virtual machine, one each
 * @param readyPaths paths that answer with less than 500 once the server is ready
 */
public record ServerLayout(
        String name,
        Path configuration,
        List<Application> applications,
        List<Path> named,
        List<String> options,
        List<String> readyPaths) {

    /** Takes immutable copies. */
    public ServerLayout {
        applications = List.copyOf(applications);
        named = List.copyOf(named);
        options = List.copyOf(options);
        readyPaths = List.copyOf(readyPaths);
    }

    /** The example and the conformance WAR, configured as the run command does it. */
    public static ServerLayout example(String name, String... options) {
        return new ServerLayout(
                name,
                BuildFiles.libertyConfiguration(),
                List.of(),
                List.of(BuildFiles.exampleWar(), BuildFiles.conformanceWar()),
                List.of(options),
                List.of("/chat", "/vectors/plain"));
    }

    /** A server with the few features that hubs need, and without MicroProfile and applications. */
    public static ServerLayout plain(String name, String... options) {
        return new ServerLayout(
                name, BuildFiles.plainConfiguration(), List.of(), List.of(), List.of(options), List.of("/"));
    }

    /** The same with one WAR more. */
    public ServerLayout with(Application application) {
        List<Application> more = new ArrayList<>(applications);
        more.add(application);
        return new ServerLayout(name, configuration, more, named, options, readyPaths);
    }

    /** The same, ready when this path answers too. */
    public ServerLayout readyAt(String path) {
        List<String> more = new ArrayList<>(readyPaths);
        more.add(path);
        return new ServerLayout(name, configuration, applications, named, options, more);
    }

    /** Writes the server's directory below {@code usr}. */
    Path write(Path usr, int port, int port2) throws IOException {
        Path server = usr.resolve("servers").resolve(name);
        Path apps = Files.createDirectories(server.resolve("apps"));
        Files.createDirectories(server.resolve("dropins"));
        copyConfiguration(server);
        for (Path war : named) {
            Files.copy(war, apps.resolve(deployedName(war)));
        }
        StringBuilder elements = new StringBuilder();
        for (Application application : applications) {
            Files.copy(application.war(), apps.resolve(application.fileName()));
            elements.append(application.element());
        }
        Path overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.writeString(overrides.resolve("applications.xml"), "<server>\n" + elements + "</server>\n");
        Files.writeString(server.resolve("bootstrap.properties"), "http.port=" + port + "\nhttp.port2=" + port2 + "\n");
        Files.write(server.resolve("jvm.options"), options);
        return server;
    }

    private void copyConfiguration(Path server) throws IOException {
        try (Stream<Path> files = Files.list(configuration)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, server.resolve(file.getFileName()));
            }
        }
    }

    /** {@code example-war-1.2-SNAPSHOT.war} or {@code example-war.war} is deployed as {@code example-war.war}. */
    private static String deployedName(Path war) {
        return war.getFileName().toString().replaceFirst("(-\\d[^/]*)?\\.war$", ".war");
    }
}
