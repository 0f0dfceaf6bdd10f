// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.moving;

import ee.signalr.WebSocketSending;
import ee.signalr.it.app.SuiteHub;
import ee.signalr.it.heavy.LargeHub;
import ee.signalr.it.server.SuiteWar;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** WARs that say how their frames are sent, by MicroProfile Config and, for servers without it, by a context parameter. Stateless. */
final class SendingWar {

    private static final String OPTION = "signalr.websocket-sending";
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <context-param>
                <param-name>%s</param-name>
                <param-value>%s</param-value>
              </context-param>
            </web-app>
            """;

    private SendingWar() {}

    /** The hubs of the client suites and those of the load tests, with frames sent in that way. */
    static Path of(WebSocketSending sending) {
        String value = sending.optionName();
        return SuiteWar.export(ShrinkWrap.create(WebArchive.class, value + ".war")
                .addPackage(SuiteHub.class.getPackage())
                .addPackage(LargeHub.class.getPackage())
                .addAsResource(new StringAsset(OPTION + "=" + value), "META-INF/microprofile-config.properties")
                .setWebXML(new StringAsset(WEB_XML.formatted(OPTION, value))));
    }
}
