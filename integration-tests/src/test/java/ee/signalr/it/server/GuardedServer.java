// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A server whose hubs ask who is calling: at {@code /basic} the container tells, at {@code /tokens} it is tokens. On Open Liberty it
 * writes an access log; on others there is no {@code /basic}.
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
                .readyAt("/basic/open")
                .readyAt("/tokens/open");
        return LibertyServer.start(layout);
    }

    private static TestServer other() {
        return OtherServer.start(
                BuildFiles.serverName() + "-guarded",
                ServerProduct.chosen(Patience.USUAL),
                List.of(new Application(Libraries.addedTo(GuardedWar.tokens()), "/tokens")),
                List.of("/tokens/open"),
                Map.of());
    }
}
