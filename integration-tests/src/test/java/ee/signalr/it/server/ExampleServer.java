// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.util.List;
import java.util.Map;

/**
 * A server with the example at {@code /example}, which is deployed as it is built: for servers that bring all of Jakarta EE's
 * Web Profile.
 */
public final class ExampleServer extends OneServer {

    @Override
    TestServer start() {
        Application example = new Application(BuildFiles.exampleWar(), "/example");
        if (BuildFiles.isLiberty()) {
            return LibertyServer.start(
                    ServerLayout.example("example", "-Xmx512m").with(example).readyAt("/example/chat"));
        }
        return OtherServer.start(
                "example-" + BuildFiles.serverName(),
                ServerProduct.chosen(Patience.USUAL),
                List.of(example),
                List.of("/example/chat"),
                Map.of());
    }
}
