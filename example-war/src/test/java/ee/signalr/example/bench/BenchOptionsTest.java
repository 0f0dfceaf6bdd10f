// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.AccessOptions;
import ee.signalr.HubOptions;
import ee.signalr.SignalRConfiguration;
import ee.signalr.example.RecordingOptions;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    private final RecordingOptions options = new RecordingOptions();

    @Test
    void shouldLiftAllLimitsAgainstAbuse() {
        new BenchOptions().configure(options.as(SignalRConfiguration.class));

        assertThat(options.set())
                .containsAll(lifted(AccessOptions.class))
                .contains(
                        "handshakeTimeout[PT1H]",
                        "maximumConcurrentStreams[2147483647]",
                        "maximumInvocationsPerSecond[0]",
                        "maximumGroupsPerConnection[0]",
                        "maximumGroupNameLength[0]");
    }

    @Test
    void shouldLeaveEverythingElseAsItIs() {
        new BenchOptions().configure(options.as(SignalRConfiguration.class));

        assertThat(options.set()).hasSize(5 + lifted(AccessOptions.class).size());
        assertThat(methods(HubOptions.class)).contains("maximumReceiveMessageSize");
        assertThat(options.set()).noneMatch(set -> set.startsWith("maximumReceiveMessageSize"));
    }

    /** Whatever is a maximum there. */
    private static List<String> lifted(Class<?> type) {
        return methods(type).stream()
                .filter(name -> name.startsWith("maximum"))
                .map(name -> name + "[0]")
                .toList();
    }

    private static List<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods()).map(Method::getName).toList();
    }
}
