// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContextParametersTest {

    private final ContextParameters parameters = new ContextParameters(
            new FakeServletContext(Map.of("signalr.maximum-threads", "3", "other", "x")).servlet());

    @Test
    void shouldNameAllParameters() {
        assertThat(parameters.names()).containsExactly("other", "signalr.maximum-threads");
    }

    @Test
    void shouldGiveValuesThatAreSet() {
        assertThat(parameters.value("signalr.maximum-threads")).contains("3");
        assertThat(parameters.value("signalr.transports")).isEmpty();
    }
}
