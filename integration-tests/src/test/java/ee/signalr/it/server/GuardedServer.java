// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A server whose hubs ask who is calling: at {@code /users} the server knows, at {@code /tokens} it is tokens, at {@code /basic} the
 * application tells the container. On Open Liberty it writes an access log; on others there is no {@code /basic}.
 */
public final class GuardedServer extends OneServer {

    @Override
    TestServer start() {
        return BuildFiles.isLiberty() ? liberty() : other();
    }

    private static TestServer liberty() {
        Path configuration = BuildFiles.projectDirectory().resolve("integration-tests/src/test/liberty-secured");
        ServerLayout layout = new ServerLayout(
                        "guarded", configuration, List.of(), List.of(), List.of("-Xmx256m"), List.of("/"))
                .with(new Application(GuardedWar.basic(), "/basic"))
                .with(new Application(GuardedWar.tokens(), "/tokens"))
                .with(new Application(GuardedWar.users(), "/users"))
                .readyAt("/basic/open")
                .readyAt("/users/open")
                .readyAt("/tokens/open");
        return LibertyServer.start(layout);
    }

    private static TestServer other() {
        return OtherServer.start(
                BuildFiles.serverName() + "-guarded",
                ServerProduct.chosen(Patience.USUAL),
                List.of(
                        new Application(Libraries.addedTo(GuardedWar.tokens()), "/tokens"),
                        new Application(Libraries.addedTo(GuardedWar.users()), "/users")),
                List.of("/tokens/open", "/users/open"),
                Map.of());
    }
}
