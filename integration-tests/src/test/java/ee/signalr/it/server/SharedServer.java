// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

/**
 * The server that most tests share: the example at {@code /}, the recorded hubs at {@code /vectors}, the hubs of the client
 * suites at {@code /it}.
 */
public final class SharedServer extends OneServer {

    @Override
    ServerLayout layout() {
        return ServerLayout.example("shared", "-Xmx768m")
                .with(new Application(SuiteWar.file(), "/it"))
                .readyAt("/it/suite");
    }
}
