// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import ee.signalr.it.browser.Chromium;
import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.BuildFiles;
import ee.signalr.it.server.GuardedServer;
import ee.signalr.it.server.GuardedWar;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.Tokens;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages of other origins, as a real browser has them. */
@ExtendWith(GuardedServer.class)
class BrowsersIT {

    @TestFactory
    Stream<DynamicTest> shouldServePagesOfListedOriginsOnly(LibertyServer server) {
        return NodeScript.tests(
                "origins.mjs",
                "base",
                server.base(),
                "pages",
                String.valueOf(GuardedWar.PAGE_PORT),
                "key",
                Tokens.privateKey(),
                "browser",
                Chromium.require(),
                "screenshots",
                BuildFiles.target().resolve("screenshots").toString());
    }
}
