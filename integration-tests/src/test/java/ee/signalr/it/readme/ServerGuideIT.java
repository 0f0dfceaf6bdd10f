// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.signalr.HubConnection;
import com.microsoft.signalr.HubConnectionBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page about the server of this run, followed word by word: built, started, called and stopped by its own commands. */
@Tag("portable")
class ServerGuideIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Guide guide = Guide.ofTheServer();
    private final Shell shell = Shell.following(guide);

    @BeforeEach
    void prepare() throws IOException {
        shell.write("org/example/GreetingsHub.java", guide.hub());
    }

    @AfterEach
    void endWhatIsLeft() {
        shell.remains().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void shouldServeTheHubByTheCommandsOfThePage() throws IOException, InterruptedException {
        List<String> commands = guide.commands();
        assertThat(commands).as("to build, to start, to see, to stop").hasSize(4);
        shell.run(commands.get(0));
        shell.run(commands.get(1));
        assertThat(shell.run(commands.get(2))).contains("\"connectionToken\"", "\"LongPolling\"");
        assertThat(greeting()).isEqualTo("Hello, ann");
        assertThat(shell.remains()).as("the server runs until it is stopped").isNotEmpty();
        shell.run(commands.get(3));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(shell.remains()).as("left running").isEmpty());
    }

    @Test
    void shouldNameWhatIsBuiltAndWhatItIsTestedWith() {
        assertThat(guide.text())
                .contains("<version>" + System.getProperty("project.version") + "</version>")
                .contains("`" + System.getProperty("it.server.artifactId") + "` "
                        + System.getProperty("it.server.version"));
    }

    private String greeting() {
        HubConnection connection = HubConnectionBuilder.create("http://127.0.0.1:" + shell.port() + "/hello/greetings")
                .build();
        try {
            assertThat(connection.start().blockingAwait(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("connected")
                    .isTrue();
            return connection
                    .invoke(String.class, "Greet", "ann")
                    .timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .blockingGet();
        } finally {
            assertThat(connection.stop().blockingAwait(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("stopped")
                    .isTrue();
        }
    }
}
