// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.nio.file.Path;
import java.util.List;

/**
 * A server whose hubs ask who is calling: at {@code /basic} the container tells, at {@code /tokens} it is tokens. It writes an access
 * log.
 */
public final class GuardedServer extends OneServer {

    @Override
    LibertyServer start() {
        Path configuration = BuildFiles.projectDirectory().resolve("integration-tests/src/test/liberty-secured");
        ServerLayout layout = new ServerLayout(
                        "guarded", configuration, List.of(), List.of(), List.of("-Xmx256m"), List.of("/"))
                .with(new Application(GuardedWar.basic(), "/basic"))
                .with(new Application(GuardedWar.tokens(), "/tokens"))
                .readyAt("/basic/open")
                .readyAt("/tokens/open");
        return LibertyServer.start(layout);
    }
}
