// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

/**
 * A server with little memory, for floods and figures: the same applications as on the {@link SharedServer}, and at
 * {@code /bare/endpoint} a Jakarta WebSocket endpoint that does nothing.
 */
public final class SmallServer extends OneServer {

    @Override
    ServerLayout layout() {
        return ServerLayout.example("small", "-Xmx256m", "-XX:+UseSerialGC")
                .with(new Application(SuiteWar.file(), "/it"))
                .with(new Application(SuiteWar.bareEndpoint(), "/bare"))
                .readyAt("/it/suite")
                .readyAt("/bare/ready.txt");
    }
}
