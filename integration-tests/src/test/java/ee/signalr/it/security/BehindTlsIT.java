// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import ee.signalr.it.browser.Chromium;
import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.BuildFiles;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SharedServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server's own pages stay its own behind a proxy that ends TLS. */
@ExtendWith(SharedServer.class)
class BehindTlsIT {

    @TestFactory
    Stream<DynamicTest> shouldServeItsOwnPagesBehindAProxy(LibertyServer server) {
        try (TlsProxy proxy = TlsProxy.before(server.port())) {
            List<DynamicTest> tests = NodeScript.tests(
                            "behind-tls.mjs",
                            "proxy",
                            proxy.base(),
                            "browser",
                            Chromium.require(),
                            "screenshots",
                            BuildFiles.target().resolve("screenshots").toString())
                    .toList();
            return tests.stream();
        }
    }
}
