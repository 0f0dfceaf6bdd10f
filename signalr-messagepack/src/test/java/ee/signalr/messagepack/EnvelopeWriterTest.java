// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static ee.signalr.messagepack.TestPack.written;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.protocol.AckMessage;
import ee.signalr.core.protocol.CancelInvocationMessage;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.PingMessage;
import ee.signalr.core.protocol.SequenceMessage;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of messages, which are those of the reference server. */
class EnvelopeWriterTest {

    private static final Map<String, String> NONE = Map.of();

    private final MessagePackHubProtocol protocol = TestPack.protocol();

    static Stream<Arguments> golden() {
        return Stream.of(
                Arguments.of("lgGAo3h5eqZtZXRob2SQkA==", new InvocationMessage(NONE, "xyz", "method", List.of(), null)),
                Arguments.of("lgGAwKZtZXRob2SRKpA=", new InvocationMessage(NONE, null, "method", List.of(42), null)),
                Arguments.of("lAOAo3h5egI=", CompletionMessage.empty("xyz")),
                Arguments.of("lQOAo3h5egMq", CompletionMessage.withResult("xyz", 42)),
                Arguments.of(
                        "lQOAo3h5egGwRXJyb3Igbm90IGZvdW5kIQ==", CompletionMessage.withError("xyz", "Error not found!")),
                Arguments.of("kwfAwg==", new CloseMessage(null, false)),
                Arguments.of("kwfAww==", new CloseMessage(null, true)));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void shouldWriteTheBytesOfTheReference(String base64, HubMessage message) {
        assertThat(written(protocol, message))
                .isEqualTo(HexFormat.of().formatHex(Base64.getDecoder().decode(base64)));
    }

    static Stream<Arguments> recorded() {
        Map<String, String> headers = Map.of("Foo", "Bar");
        return Stream.of(
                Arguments.of("960180c0a161910190", new InvocationMessage(NONE, null, "a", List.of(1), null)),
                Arguments.of(
                        "960180c0a1629201a374776f90",
                        new InvocationMessage(NONE, "", "b", List.of(1, "two"), List.of())),
                Arguments.of(
                        "960181a3466f6fa3426172a131a16191c091a173",
                        new InvocationMessage(headers, "1", "a", Arrays.asList((Object) null), List.of("s"))),
                Arguments.of("960480a131a1619090", new StreamInvocationMessage(NONE, "1", "a", List.of(), null)),
                Arguments.of("940280a13101", new StreamItemMessage(NONE, "1", 1)),
                Arguments.of("940380a13102", CompletionMessage.empty("1")),
                Arguments.of("950380a13103c0", CompletionMessage.withResult("1", null)),
                Arguments.of("950380a13103a46e6f6e65", CompletionMessage.withResult("1", "none")),
                Arguments.of("950381a3466f6fa3426172a13101a0", new CompletionMessage(headers, "1", "", null, false)),
                Arguments.of("930580a131", new CancelInvocationMessage(NONE, "1")),
                Arguments.of("9307a3627965c2", new CloseMessage("bye", false)),
                Arguments.of("920801", new AckMessage(1)),
                Arguments.of("9209cf7fffffffffffffff", new SequenceMessage(Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void shouldWriteEveryKindOfMessage(String hex, HubMessage message) {
        assertThat(written(protocol, message)).isEqualTo(hex);
    }

    @Test
    void shouldWritePingsWithTheirLength() {
        assertThat(protocol.write(PingMessage.INSTANCE)).containsExactly(2, 0x91, 6);
    }

    @Test
    void shouldPutTheLengthBeforeMessagesOfAnySize() {
        for (int size : new int[] {0, 100, 120, 127, 128, 1000, 16_384, 40_000, 3_000_000}) {
            byte[] framed = protocol.write(CompletionMessage.withResult("1", "x".repeat(size)));

            String content = TestPack.content(framed);
            assertThat(content).startsWith("950380a13103").endsWith(size == 0 ? "a0" : "78");
            assertThat(framed.length * 2 - content.length()).isEqualTo(2 * prefix(content.length() / 2));
        }
    }

    private static int prefix(int length) {
        return length < 128 ? 1 : length < 16_384 ? 2 : length < 2_097_152 ? 3 : 4;
    }

    @Test
    void shouldWriteOneMessageAfterTheOtherFromScratch() {
        String first = written(protocol, CompletionMessage.withResult("1", "x".repeat(100_000)));
        String second = written(protocol, CompletionMessage.withResult("1", "y"));

        assertThat(first).hasSize(2 * (6 + 5 + 100_000));
        assertThat(second).isEqualTo("950380a13103a179");
    }
}
