// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A server with MicroProfile Health. Immutable; closing ends its process.
 *
 * @param server the server
 * @param healthPort where on 127.0.0.1 it tells the health of its applications; on WildFly not where it serves them
 */
public record HealthServer(TestServer server, int healthPort) implements AutoCloseable {

    private static final String NAME = "health";

    /** Starts one of the product of this run with an application, and waits until a path of it answers. */
    public static HealthServer start(Path war, String contextRoot, String readyPath) {
        Application application = new Application(war, contextRoot);
        return BuildFiles.isLiberty() ? liberty(application, readyPath) : other(application, readyPath);
    }

    private static HealthServer liberty(Application application, String readyPath) {
        Path configuration = BuildFiles.projectDirectory().resolve("integration-tests/src/test/liberty-health");
        LibertyServer server = LibertyServer.start(
                new ServerLayout(NAME, configuration, List.of(), List.of(), List.of("-Xmx256m"), List.of("/"))
                        .with(application)
                        .readyAt(readyPath));
        return new HealthServer(server, server.port());
    }

    private static HealthServer other(Application application, String readyPath) {
        ServerProduct product = ServerProduct.chosen(Patience.USUAL).tellingHealth();
        OtherServer server = OtherServer.start(
                BuildFiles.serverName() + "-" + NAME, product, List.of(application), List.of(readyPath), Map.of());
        return new HealthServer(server, product.healthPort(server.port()));
    }

    @Override
    public void close() {
        server.close();
    }
}
