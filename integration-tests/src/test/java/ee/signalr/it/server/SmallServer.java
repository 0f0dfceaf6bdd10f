// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

/**
 * A server with little memory, for floods and figures: the same applications as on the {@link SharedServer}, at
 * {@code /bare/endpoint} a Jakarta WebSocket endpoint that does nothing, and at {@code /limits} hubs with limits that can be reached.
 */
public final class SmallServer extends OneServer {

    @Override
    LibertyServer start() {
        return LibertyServer.start(ServerLayout.example("small", "-Xmx256m", "-XX:+UseSerialGC")
                .with(new Application(SuiteWar.file(), "/it"))
                .with(new Application(SuiteWar.bareEndpoint(), "/bare"))
                .with(new Application(GuardedWar.limits(), "/limits"))
                .readyAt("/it/suite")
                .readyAt("/bare/ready.txt")
                .readyAt("/limits/limited"));
    }
}
