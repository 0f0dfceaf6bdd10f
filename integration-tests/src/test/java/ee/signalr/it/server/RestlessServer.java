// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.util.List;
import java.util.Map;

/**
 * A server of the product that the build names, without applications: tests bring their own. It ends connections that are idle for
 * more than five seconds where it can be told to, and forgets softly referenced objects at once.
 */
public final class RestlessServer extends OneServer {

    private static final String NAME = "restless";
    private static final String FORGETFUL = "-XX:SoftRefLRUPolicyMSPerMB=0";

    @Override
    MovingServer start() {
        return BuildFiles.isLiberty() ? liberty() : other();
    }

    private static MovingServer liberty() {
        LibertyServer server = LibertyServer.start(new ServerLayout(
                NAME,
                BuildFiles.restlessConfiguration(),
                List.of(),
                List.of(),
                List.of("-Xmx512m", FORGETFUL),
                List.of("/")));
        return new MovingServer(server, server.dropins(), 0);
    }

    private static MovingServer other() {
        ServerProduct product = ServerProduct.chosen(Patience.SHORT);
        OtherServer server = OtherServer.start(
                BuildFiles.serverName() + "-" + NAME,
                product,
                List.of(),
                List.of("/"),
                Map.of("JAVA_TOOL_OPTIONS", FORGETFUL));
        return new MovingServer(server, product.deployments(server.directory()), product.keptLoaders());
    }
}
