// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How a server is laid out and started. */
@FunctionalInterface
interface ServerProduct {

    /**
     * Lays the server out in an empty directory.
     *
     * @param port its only port that clients use, on 127.0.0.1
     * @return what starts it in the foreground
     */
    ProcessBuilder layOut(Path directory, int port, List<Application> applications) throws IOException;

    /** Where in its directory the server looks for WARs that come and go. */
    default Path deployments(Path directory) {
        return directory.resolve("webapps");
    }

    /** How many class loaders of applications that it took away the server may keep; docs/servers.md tells which server keeps whose. */
    default int keptLoaders() {
        return 2;
    }

    /**
     * Has a server that is laid out listen for TLS too.
     *
     * @param port where, on 127.0.0.1
     */
    default void addTls(Path directory, int port, TlsKey key) throws IOException {
        throw new UnsupportedOperationException("Not known for " + this);
    }

    /** The same with MicroProfile Health, which most have as they are. */
    default ServerProduct tellingHealth() {
        return this;
    }

    /** Where the server tells the health of its applications, when it serves them on a port. */
    default int healthPort(int port) {
        return port;
    }

    /** The server of this run that is not Open Liberty. */
    static ServerProduct chosen(Patience patience) {
        String name = BuildFiles.serverName();
        return switch (name) {
            case "tomcat11", "tomcat10-owb" -> new Tomcat(patience);
            case "jetty12" -> new Jetty(patience);
            case "wildfly" -> new WildFly(patience);
            case "payara6", "payara7", "glassfish8" -> new GlassFish(patience);
            default -> throw new IllegalArgumentException("The tests know no server " + name);
        };
    }

    /** The Java launcher that servers run on. */
    static String java() {
        return BuildFiles.serverJava().resolve("bin/java").toString();
    }
}
