// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The project with a test that {@code docs/howto/testing.md} and the page about the server of this run describe, made of their
 * blocks and run by their command.
 */
@Tag("portable")
class ArquillianGuideIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PLACE = "<!-- the profile on the page of the server -->";

    private final Guide guide = Guide.ofTheServer();
    private final Shell plain = Shell.following(guide);
    private final Shell shell = plain.withMavenOptions(MavenWithBuild.options(plain.directory()));

    @BeforeEach
    void layOut() throws IOException {
        // without it Maven takes the options of this project, in whose directories the other one is
        Files.createDirectories(shell.directory().resolve(".mvn"));
        shell.write("src/main/java/org/example/GreetingsHub.java", guide.hub());
        for (Block block : files()) {
            shell.write(block.file(), block.code().replace(PLACE, profile()));
        }
    }

    @AfterEach
    void endWhatIsLeft() {
        shell.remains().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void shouldPassTheTestOfThePage() throws IOException, InterruptedException {
        String printed = shell.run(only(own("sh")));
        assertThat(Files.readString(shell.directory().resolve("target/failsafe-reports/failsafe-summary.xml")))
                .as(printed)
                .contains("<completed>1</completed>")
                .contains("<errors>0</errors>")
                .contains("<failures>0</failures>")
                .contains("<skipped>0</skipped>");
        assertThat(shell.directory().resolve("target/failsafe-reports/TEST-org.example.GreetingsIT.xml"))
                .content()
                .contains("name=\"shouldGreet");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(shell.remains()).as("left running").isEmpty());
    }

    @Test
    void shouldNameWhatIsBuilt() {
        assertThat(guide.commonOfTests())
                .filteredOn(block -> block.file().equals("pom.xml"))
                .singleElement()
                .extracting(Block::code, STRING)
                .contains("<artifactId>signalr</artifactId>\n      <version>" + System.getProperty("project.version")
                        + "</version>");
    }

    private List<Block> files() {
        return Stream.concat(guide.commonOfTests().stream(), guide.ownOfTests().stream())
                .filter(block -> !block.file().isEmpty())
                .toList();
    }

    private String profile() {
        return only(own("xml"));
    }

    /** The blocks of the page that are not files. */
    private List<String> own(String language) {
        return guide.ownOfTests().stream()
                .filter(block -> block.file().isEmpty() && block.language().equals(language))
                .map(Block::code)
                .toList();
    }

    private static String only(List<String> blocks) {
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }
}
