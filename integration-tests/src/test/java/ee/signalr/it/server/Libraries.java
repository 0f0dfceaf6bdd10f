// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** OpenWebBeans starts by this listener, which has to be named: its initializer is one of the time before Jakarta EE 9. */
    private static final String LISTENER = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <listener>
                <listener-class>org.apache.webbeans.servlet.WebBeansConfigurationListener</listener-class>
              </listener>
            </web-app>
            """;

    private Libraries() {}

    /** The WAR itself where the server has everything, and otherwise a copy with the libraries in it. */
    static Path addedTo(Path war) {
        try {
            return Files.isDirectory(BuildFiles.serverLibraries()) ? copy(war, all()) : war;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
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
            archive.setWebXML(new StringAsset(LISTENER));
        }
        Path directory =
                Files.createDirectories(BuildFiles.target().resolve("wars").resolve(BuildFiles.serverName()));
        Path file = directory.resolve(name);
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }
}
