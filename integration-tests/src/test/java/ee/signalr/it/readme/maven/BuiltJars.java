// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;

/**
 * Tells a Maven that is started by a test where the jar of this build is, which is in no repository. It runs in that Maven, and
 * takes the place that Maven leaves to development environments. Immutable.
 */
public final class BuiltJars implements WorkspaceReader {

    /** The system property of that Maven that names the directory of this project. */
    public static final String PROJECT = "guide.project";

    /** The system property of that Maven that names the jar. */
    public static final String JAR = "guide.jar";

    private static final String GROUP = "ee.signalr";
    private static final String ARTIFACT = "signalr";

    private final WorkspaceRepository repository = new WorkspaceRepository("build");
    private final Path project = Path.of(System.getProperty(PROJECT));
    private final File jar = new File(System.getProperty(JAR));

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public File findArtifact(Artifact artifact) {
        if (!artifact.getGroupId().equals(GROUP)) {
            return null;
        }
        if (artifact.getExtension().equals("pom")) {
            return pom(artifact.getArtifactId()).toFile();
        }
        return artifact.getArtifactId().equals(ARTIFACT) ? jar : null;
    }

    private Path pom(String artifact) {
        return (artifact.equals("signalr-parent") ? project : project.resolve(artifact)).resolve("pom.xml");
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return artifact.getGroupId().equals(GROUP) ? List.of(artifact.getVersion()) : List.of();
    }
}
