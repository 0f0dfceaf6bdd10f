// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaHomeTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.1", "25-ea"})
    void shouldTakeTheVersion(String version) throws IOException {
        release(version);

        JavaHome home = new JavaHome(directory);

        assertThat(home.expect(25)).isSameAs(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "1.8.0_25", "21"})
    void shouldRefuseOthers(String version) throws IOException {
        release(version);

        assertThatThrownBy(() -> new JavaHome(directory).expect(25))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JAVA25_HOME")
                .hasMessageContaining("no Java 25");
    }

    @Test
    void shouldRefuseWhatIsNoJava() {
        assertThatThrownBy(() -> new JavaHome(directory).expect(25))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("JAVA25_HOME");
    }

    private void release(String version) throws IOException {
        Files.writeString(directory.resolve("release"), "IMPLEMENTOR=\"any 25\"\nJAVA_VERSION=\"" + version + "\"\n");
    }
}
