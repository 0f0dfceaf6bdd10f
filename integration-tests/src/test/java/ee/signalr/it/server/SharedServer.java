// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.util.List;

/**
 * The server that most tests share, of the product that the build names: the recorded hubs at {@code /vectors}, the hubs of the
 * client suites at {@code /it}, those of the load tests at {@code /heavy}, those that use the platform at {@code /platform}, and
 * the example, on Open Liberty at {@code /}.
 */
public final class SharedServer extends OneServer {

    @Override
    TestServer start() {
        return BuildFiles.isLiberty() ? liberty() : other();
    }

    private static TestServer liberty() {
        return LibertyServer.start(ServerLayout.example("shared", "-Xmx768m")
                .with(new Application(SuiteWar.file(), "/it"))
                .with(new Application(SuiteWar.heavy(), "/heavy"))
                .with(new Application(SuiteWar.platform(), "/platform"))
                .readyAt("/it/suite")
                .readyAt("/heavy/large")
                .readyAt("/platform/naming"));
    }

    private static TestServer other() {
        List<Application> applications = List.of(
                new Application(Libraries.addedTo(SuiteWar.file()), "/it"),
                new Application(Libraries.addedTo(SuiteWar.heavy()), "/heavy"),
                new Application(Libraries.addedTo(SuiteWar.platform()), "/platform"),
                new Application(Libraries.addedTo(BuildFiles.conformanceWar()), "/vectors"));
        return OtherServer.start(
                ServerProduct.chosen(Patience.USUAL),
                applications,
                List.of("/it/suite", "/heavy/large", "/platform/naming", "/vectors/plain"));
    }
}
