// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import ee.signalr.it.readme.maven.BuiltJars;
import ee.signalr.it.server.BuildFiles;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** A Maven that takes the jar of this build for the one that a POM names, although no repository has it. Stateless. */
final class MavenWithBuild {

    private static final String COMPONENTS = """
            <component-set>
              <components>
                <component>
                  <role>org.eclipse.aether.repository.WorkspaceReader</role>
                  <role-hint>ide</role-hint>
                  <implementation>%s</implementation>
                </component>
              </components>
            </component-set>
            """.formatted(BuiltJars.class.getName());

    private MavenWithBuild() {}

    /** What Java has to be told for it; writes into the directory. */
    static String options(Path directory) {
        Path extension = directory.resolve("built-jars.jar");
        ShrinkWrap.create(JavaArchive.class)
                .addClass(BuiltJars.class)
                .addAsManifestResource(new StringAsset(COMPONENTS), "plexus/components.xml")
                .as(ZipExporter.class)
                .exportTo(extension.toFile());
        return "-Dmaven.ext.class.path=%s -D%s=%s -D%s=%s"
                .formatted(
                        extension,
                        BuiltJars.PROJECT,
                        BuildFiles.projectDirectory(),
                        BuiltJars.JAR,
                        BuildFiles.signalrJar());
    }
}
