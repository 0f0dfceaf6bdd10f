// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServerSentEventTest {

    static Stream<Arguments> payloads() {
        return Stream.of(
                arguments("plain", "plain"),
                arguments("a\nb", "a\r\ndata: b"),
                arguments("a\r\nb", "a\r\ndata: b"),
                arguments("a\n\nb", "a\r\ndata: \r\ndata: b"),
                arguments("a\n", "a\r\ndata: "),
                arguments("\nb", "\r\ndata: b"),
                arguments("\r\nb", "\r\ndata: b"),
                arguments("a\rb", "a\r\ndata: b"),
                arguments("a\r", "a\r\ndata: "),
                arguments("a\r\rid: 1", "a\r\ndata: \r\ndata: id: 1"),
                arguments("a\n\rb", "a\r\ndata: \r\ndata: b"),
                arguments("ü\n€", "ü\r\ndata: €"));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void shouldBeginAFieldForEachLine(String payload, String data) {
        byte[] made = ServerSentEvent.data(payload.getBytes(StandardCharsets.UTF_8));

        assertThat(new String(made, StandardCharsets.UTF_8)).isEqualTo(data);
    }

    @Test
    void shouldNotCopyAPayloadOfOneLine() {
        byte[] payload = {'x'};

        assertThat(ServerSentEvent.data(payload)).isSameAs(payload);
    }
}
