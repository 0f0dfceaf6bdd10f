// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What applications bring along on a server that is not a full one: CDI, and JSON Binding. Stateless. */
final class Libraries {

    private static final String WEB_XML = "WEB-INF/web.xml";

    private static final String NO_WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
            </web-app>
            """;

    /** OpenWebBeans starts by this listener, which has to be named: its initializer is one of the time before Jakarta EE 9. */
    private static final String LISTENER = """
              <listener>
                <listener-class>org.apache.webbeans.servlet.WebBeansConfigurationListener</listener-class>
              </listener>
            """;

    private Libraries() {}

    /** The WAR itself where the server has everything, and otherwise a copy with the libraries in it. */
    static Path addedTo(Path war) {
        try {
            return areMissing() ? copy(war, all()) : war;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Whether the server lacks CDI, so that applications bring it and have to say that they hold beans. */
    static boolean areMissing() {
        return Files.isDirectory(BuildFiles.serverLibraries());
    }

    private static List<File> all() throws IOException {
        try (Stream<Path> files = Files.list(BuildFiles.serverLibraries())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Path::toFile)
                    .toList();
        }
    }

    private static Path copy(Path war, List<File> libraries) throws IOException {
        String name = war.getFileName().toString();
        WebArchive archive = ShrinkWrap.createFromZipFile(WebArchive.class, war.toFile())
                .addAsLibraries(libraries.toArray(File[]::new));
        if (!archive.contains("WEB-INF/beans.xml")) {
            // Weld in a servlet container looks at no classes without it.
            archive.addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        }
        if (libraries.stream().anyMatch(file -> file.getName().startsWith("openwebbeans"))) {
            String webXml = archive.contains(WEB_XML) ? text(archive) : NO_WEB_XML;
            archive.setWebXML(new StringAsset(webXml.replaceFirst("<web-app[^>]*>", "$0\n" + LISTENER)));
        }
        Path directory =
                Files.createDirectories(BuildFiles.target().resolve("wars").resolve(BuildFiles.serverName()));
        Path file = directory.resolve(name);
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private static String text(WebArchive archive) throws IOException {
        try (InputStream content = archive.get(WEB_XML).getAsset().openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
