// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.health;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.cdi.test.ClassPathWithout;
import ee.signalr.cdi.test.LogRecords;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers without MicroProfile Health or without MicroProfile Config, which is most of them: whole applications on their class path. */
class AbsentHealthTest {

    @ParameterizedTest
    @ValueSource(strings = {"microprofile-health", "microprofile-config", "microprofile"})
    void shouldDeployAndStartWithoutAWord(String absent) throws Exception {
        try (ClassPathWithout without = new ClassPathWithout(absent);
                LogRecords log = new LogRecords("")) {
            deploy(without);

            assertThat(log.records()).isNotEmpty();
            assertThat(warnings(log)).isEmpty();
        }
    }

    @Test
    void shouldSeeWhatIsMissing() throws Exception {
        try (ClassPathWithout without = new ClassPathWithout("microprofile")) {
            assertThat(without.getResource("org/eclipse/microprofile/health/HealthCheck.class"))
                    .isNull();
            assertThat(without.getResource("org/eclipse/microprofile/config/Config.class"))
                    .isNull();
        }
    }

    private static void deploy(ClassLoader loader) throws Exception {
        ClassLoader outer = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Class<?> application = loader.loadClass(LonelyApplication.class.getName());
            assertThat(application.getClassLoader()).isSameAs(loader);
            ((Runnable) application.getConstructor().newInstance()).run();
        } finally {
            Thread.currentThread().setContextClassLoader(outer);
        }
    }

    private static Stream<String> warnings(LogRecords log) {
        return log.records().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogRecord::getMessage);
    }
}
