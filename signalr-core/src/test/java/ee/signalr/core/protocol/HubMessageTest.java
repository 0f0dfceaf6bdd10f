// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HubMessageTest {

    @ParameterizedTest
    @MethodSource
    void shouldTellItsTypeAndNumber(HubMessage message, HubMessageType type, int number) {
        assertThat(message.type()).isEqualTo(type);
        assertThat(type.number()).isEqualTo(number);
    }

    static Stream<Arguments> shouldTellItsTypeAndNumber() {
        Map<String, String> none = Map.of();
        return Stream.of(
                Arguments.of(new InvocationMessage(none, null, "t", List.of(), null), HubMessageType.INVOCATION, 1),
                Arguments.of(new StreamItemMessage(none, "1", null), HubMessageType.STREAM_ITEM, 2),
                Arguments.of(CompletionMessage.empty("1"), HubMessageType.COMPLETION, 3),
                Arguments.of(
                        new StreamInvocationMessage(none, "1", "t", List.of(), null),
                        HubMessageType.STREAM_INVOCATION,
                        4),
                Arguments.of(new CancelInvocationMessage(none, "1"), HubMessageType.CANCEL_INVOCATION, 5),
                Arguments.of(PingMessage.INSTANCE, HubMessageType.PING, 6),
                Arguments.of(new CloseMessage(null, false), HubMessageType.CLOSE, 7),
                Arguments.of(new AckMessage(1), HubMessageType.ACK, 8),
                Arguments.of(new SequenceMessage(1), HubMessageType.SEQUENCE, 9));
    }

    @Test
    void shouldNumberTypesFromOneWithoutGaps() {
        assertThat(Arrays.stream(HubMessageType.values()).map(HubMessageType::number))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void shouldNotHaveErrorAndResult() {
        assertThatThrownBy(() -> new CompletionMessage(Map.of(), "1", "e", null, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CompletionMessage.withError("1", "e").hasResult()).isFalse();
        assertThat(CompletionMessage.withResult("1", null).hasResult()).isTrue();
        assertThat(CompletionMessage.empty("1").hasResult()).isFalse();
    }

    @Test
    void shouldCarryNameOfReferencesException() {
        assertThat(HubProtocolException.invalidData("m").referenceName()).isEqualTo("InvalidDataException");
        assertThat(HubProtocolException.unreadableJson("m").referenceName()).isEqualTo("JsonReaderException");
        assertThat(HubProtocolException.canceled("m").referenceName()).isEqualTo("OperationCanceledException");
    }

    @Test
    void shouldKeepCauseOfBindingFailure() {
        Throwable cause = new IllegalStateException("cause");

        assertThat(new BindingException("m", cause)).hasCause(cause);
        assertThat(new BindingException("m", null)).hasNoCause();
        assertThat(new BindingException("m")).hasNoCause();
    }

    @Test
    void shouldTellSizeOfRawValue() {
        assertThat(new RawValue(new byte[10], 3, 7).size()).isEqualTo(4);
    }
}
