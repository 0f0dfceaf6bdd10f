// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build left what the tests need; the build hands the places over as system properties. Stateless. */
public final class BuildFiles {

    private static final String LIBERTY = "liberty";
    private static final int NEWER_JAVA = 25;

    private BuildFiles() {}

    /** The one jar that applications drop in. */
    public static Path signalrJar() {
        return file("signalr.jar");
    }

    /** The jar that adds MessagePack. */
    public static Path messagePackJar() {
        return file("signalr.messagepack.jar");
    }

    /** The jar that validates tokens. */
    static Path jwtJar() {
        return file("signalr.jwt.jar");
    }

    /** The example's WAR. */
    public static Path exampleWar() {
        return file("example.war");
    }

    /** The WAR with the hubs that the vectors were recorded with. */
    public static Path conformanceWar() {
        return file("conformance.war");
    }

    /** Which server the tests run on: the name of the build's profile. */
    public static String serverName() {
        return System.getProperty("it.server", LIBERTY);
    }

    /** Whether that is Open Liberty, on whatever Java. */
    static boolean isLiberty() {
        return serverName().startsWith(LIBERTY);
    }

    /** The unpacked server. */
    public static Path serverHome() {
        return file("it.server.home");
    }

    /** The Java that the server runs on: that of the build or, where the profile says so, a newer one. */
    public static Path serverJava() {
        if (System.getProperty("it.java.home", "").isEmpty()) {
            return file("java.home");
        }
        return new JavaHome(file("it.java.home")).expect(NEWER_JAVA).directory();
    }

    /** What applications have to bring along on a server that has no CDI or JSON Binding of its own; often nothing. */
    static Path serverLibraries() {
        return target().resolve("libraries").resolve(serverName());
    }

    /** The directory with the example's server.xml. */
    public static Path libertyConfiguration() {
        return file("liberty.config");
    }

    /** The directory with a server.xml of few features, which names no application. */
    static Path plainConfiguration() {
        return projectDirectory().resolve("integration-tests/src/test/liberty-plain");
    }

    /** The directory with a server.xml that lets connections be idle for five seconds and looks for WARs that come and go. */
    static Path restlessConfiguration() {
        return projectDirectory().resolve("integration-tests/src/test/liberty-restless");
    }

    /** The project's top directory. */
    public static Path projectDirectory() {
        return file("project.dir");
    }

    /** The installed Node scripts with their packages. */
    public static Path nodeScripts() {
        return file("js.directory");
    }

    /** Where the tests may write. */
    public static Path target() {
        return nodeScripts().getParent();
    }

    private static Path file(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("The build has to set the system property " + property);
        }
        Path file = Path.of(value).toAbsolutePath();
        if (!Files.exists(file)) {
            throw new IllegalStateException(property + " names " + file + ", which is not there");
        }
        return file;
    }
}
