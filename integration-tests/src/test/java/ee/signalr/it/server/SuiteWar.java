// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import ee.signalr.it.app.SuiteHub;
import ee.signalr.it.bare.BareEndpoint;
import ee.signalr.it.heavy.LargeHub;
import ee.signalr.it.platform.NamingHub;
import ee.signalr.it.platform.full.EnterpriseHub;
import ee.signalr.it.tls.TlsAlone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Writes WARs as files: the classes of the tests' hubs, and in {@code WEB-INF/lib} the jars. Stateless. */
public final class SuiteWar {

    private static final String ENTRY = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <env-entry>
                <env-entry-name>greeting</env-entry-name>
                <env-entry-type>java.lang.String</env-entry-type>
                <env-entry-value>from web.xml</env-entry-value>
              </env-entry>
            </web-app>
            """;

    private SuiteWar() {}

    /** The WAR of the client suites, which speaks MessagePack too. */
    public static Path file() {
        return export(ShrinkWrap.create(WebArchive.class, "suite.war")
                .addPackage(SuiteHub.class.getPackage())
                .addAsLibrary(BuildFiles.messagePackJar().toFile(), "signalr-messagepack.jar"));
    }

    /** The same hubs, by TLS alone. */
    static Path tlsAlone() {
        return export(ShrinkWrap.create(WebArchive.class, "tls.war")
                .addPackage(SuiteHub.class.getPackage())
                .addPackage(TlsAlone.class.getPackage()));
    }

    /** The WAR whose hubs take what is large or much. */
    static Path heavy() {
        return export(ShrinkWrap.create(WebArchive.class, "heavy.war")
                .addPackage(LargeHub.class.getPackage())
                .addAsLibrary(BuildFiles.messagePackJar().toFile(), "signalr-messagepack.jar"));
    }

    /** The WAR whose hubs use what the server offers: all of the Web Profile where there is that. */
    static Path platform() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "platform.war")
                .addPackage(NamingHub.class.getPackage())
                .setWebXML(new StringAsset(ENTRY));
        return export(Libraries.areMissing() ? war : war.addPackage(EnterpriseHub.class.getPackage()));
    }

    /** A WAR without SignalR. */
    static Path bareEndpoint() {
        return write(ShrinkWrap.create(WebArchive.class, "bare.war")
                .addClass(BareEndpoint.class)
                .addAsWebResource(new StringAsset("ready"), "ready.txt"));
    }

    /** Writes a WAR of a few classes with the one jar. */
    public static Path of(String name, Class<?>... classes) {
        return export(ShrinkWrap.create(WebArchive.class, name + ".war").addClasses(classes));
    }

    /** Writes a WAR with the one jar added. */
    public static Path export(WebArchive war) {
        return write(war.addAsLibrary(BuildFiles.signalrJar().toFile(), "signalr.jar"));
    }

    private static Path write(WebArchive war) {
        try {
            Path directory = Files.createDirectories(BuildFiles.target().resolve("wars"));
            Path file = directory.resolve(war.getName());
            war.as(ZipExporter.class).exportTo(file.toFile(), true);
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
