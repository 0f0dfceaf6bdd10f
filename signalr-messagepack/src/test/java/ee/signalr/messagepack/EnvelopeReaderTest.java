// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.protocol.AckMessage;
import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.CancelInvocationMessage;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.PingMessage;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.SequenceMessage;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

    private final MessagePackHubProtocol protocol = TestPack.protocol();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "950180a131a34164649201 02",
                "960180a131a34164649201 0290",
                "970180a131a34164649201 0290a56578747261",
                "960180a131a34164649201 029099" // what follows the array
            })
    void shouldReadCallsWithAndWithoutStreamIds(String hex) {
        InvocationMessage call = (InvocationMessage) parse(hex);

        assertThat(call.invocationId()).isEqualTo("1");
        assertThat(call.target()).isEqualTo("Add");
        assertThat(call.headers()).isEmpty();
        assertThat(call.arguments()).hasSize(2);
        assertThat(call.arguments().stream()
                        .map(value -> protocol.bind((RawValue) value, int.class))
                        .toList())
                .isEqualTo(List.of(1, 2));
    }

    @Test
    void shouldReadStreamIdsAndHeaders() {
        StreamInvocationMessage call =
                (StreamInvocationMessage) parse("960481a3466f6fa3426172a131a3 53756d 90 92a173a174");

        assertThat(call.headers()).isEqualTo(Map.of("Foo", "Bar"));
        assertThat(call.invocationId()).isEqualTo("1");
        assertThat(call.streamIds()).containsExactly("s", "t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"950180c0a16190", "950180a0a16190"})
    void shouldTakeAnEmptyIdOfACallForNone(String hex) {
        assertThat(((InvocationMessage) parse(hex)).invocationId()).isNull();
    }

    @Test
    void shouldReadTheOtherMessages() {
        assertThat(parse("9106")).isSameAs(PingMessage.INSTANCE);
        assertThat(parse("920601")).isSameAs(PingMessage.INSTANCE);
        assertThat(parse("9106000000")).isSameAs(PingMessage.INSTANCE);
        assertThat(parse("9207c0")).isEqualTo(new CloseMessage(null, false));
        assertThat(parse("9207a3627965")).isEqualTo(new CloseMessage("bye", false));
        assertThat(parse("9307c0c3")).isEqualTo(new CloseMessage(null, true));
        assertThat(parse("930580a131")).isEqualTo(new CancelInvocationMessage(Map.of(), "1"));
        assertThat(parse("940380a13102")).isEqualTo(CompletionMessage.empty("1"));
        assertThat(parse("950380a13101a36e6f6f")).isEqualTo(CompletionMessage.withError("1", "noo"));
        assertThat(parse("9208cd0100")).isEqualTo(new AckMessage(256));
        assertThat(parse("9209cf7fffffffffffffff")).isEqualTo(new SequenceMessage(Long.MAX_VALUE));
    }

    @Test
    void shouldKeepItemsAndResultsAsTheyAre() {
        StreamItemMessage item = (StreamItemMessage) parse("940280a13192 01a161");
        CompletionMessage completion = (CompletionMessage) parse("950380a13103c0");

        assertThat(protocol.bind((RawValue) item.item(), Object.class)).isEqualTo(List.of(1L, "a"));
        assertThat(completion.hasResult()).isTrue();
        assertThat(protocol.bind((RawValue) completion.result(), String.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"910a", "9100", "91ff", "91ce7fffffff", "9400 01 02 03"})
    void shouldIgnoreMessagesOfUnknownTypes(String hex) {
        assertThat(parse(hex)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | Reading array length for 'elementCount' failed.
            c0                        | Reading array length for 'elementCount' failed.
            80                        | Reading array length for 'elementCount' failed.
            c1                        | Reading array length for 'elementCount' failed.
            90                        | Reading 'messageType' as Int32 failed.
            91                        | Reading 'messageType' as Int32 failed.
            91c0                      | Reading 'messageType' as Int32 failed.
            91a131                    | Reading 'messageType' as Int32 failed.
            91cb3ff0000000000000      | Reading 'messageType' as Int32 failed.
            91ceffffffff              | Reading 'messageType' as Int32 failed.
            9101                      | Reading map length for 'headers' failed.
            9501c0                    | Reading map length for 'headers' failed.
            950190                    | Reading map length for 'headers' failed.
            950181                    | Reading 'headers[0].Key' as String failed.
            95018101                  | Reading 'headers[0].Key' as String failed.
            950181c0                  | Null or empty key in headers dictionary.
            950181a161                | Reading 'headers[0].Value' as String failed.
            950181a161c0              | Null or empty value in headers dictionary.
            950182a161a16201          | Reading 'headers[1].Key' as String failed.
            950180                    | Reading 'invocationId' as String failed.
            95018001                  | Reading 'invocationId' as String failed.
            950180c40131              | Reading 'invocationId' as String failed.
            950180a131                | Reading 'target' as String failed.
            950180a13105              | Reading 'target' as String failed.
            950180a131c0              | Null or empty target for Invocation message.
            950180a131a0              | Null or empty target for Invocation message.
            960180a131a16190          | Reading array length for 'streamIds' failed.
            960180a131a16190c0        | Reading array length for 'streamIds' failed.
            960180a131a1619091        | Reading 'streamIds' as String failed.
            960180a131a161909101      | Reading 'streamIds' as String failed.
            960180a131a16190dd7fffffff | Reading 'streamIds' as String failed.
            950480c0a16190            | Null or empty invocation ID for StreamInvocation message.
            950480a131c090            | Null or empty target for StreamInvocation message.
            940280c001                | Null or empty invocation ID for StreamItem message.
            9402                      | Reading map length for 'headers' failed.
            940280                    | Reading 'invocationId' as String failed.
            950380c002                | Null or empty invocation ID for Completion message.
            950380a131                | Reading 'resultKind' as Int32 failed.
            950380a131a131            | Reading 'resultKind' as Int32 failed.
            950380a13100              | Invalid invocation result kind.
            950380a1310401            | Invalid invocation result kind.
            950380a131ff              | Invalid invocation result kind.
            950380a13101              | Reading 'error' as String failed.
            950380a1310105            | Reading 'error' as String failed.
            930580c0                  | Null or empty invocation ID for CancelInvocation message.
            930580                    | Reading 'invocationId' as String failed.
            9107                      | Reading 'error' as String failed.
            920705                    | Reading 'error' as String failed.
            9307c0                    | Reading 'allowReconnect' as Boolean failed.
            9307c001                  | Reading 'allowReconnect' as Boolean failed.
            9108                      | Reading 'sequenceId' as Int64 failed.
            9208a131                  | Reading 'sequenceId' as Int64 failed.
            9209cfffffffffffffffff    | Reading 'sequenceId' as Int64 failed.
            """)
    void shouldEndTheConnectionForABrokenEnvelope(String hex, String text) {
        assertThatThrownBy(() -> parse(hex))
                .isInstanceOf(HubProtocolException.class)
                .hasMessage(text)
                .extracting(failure -> ((HubProtocolException) failure).referenceName())
                .isEqualTo("InvalidDataException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c0", "a0", "01", "c1", ""})
    void shouldOnlyFailTheCallWhoseArgumentsAreNoArray(String arguments) {
        InvocationMessage call = (InvocationMessage) parse("960180a131a161" + arguments);

        assertThat(call.target()).isEqualTo("a");
        assertThat(call.streamIds()).isNull();
        assertThatThrownBy(() -> call.arguments().size())
                .isInstanceOf(HubProtocolException.class)
                .hasMessage("Reading array length for 'arguments' failed.");
        assertThat(call.toString()).contains("Reading array length for 'arguments' failed.");
    }

    @ParameterizedTest
    @CsvSource({
        "91, 1",
        "9201, 2",
        "91c1, 1",
        "91a3 61, 1",
        "91c4ff, 1",
        "91dd7fffffff, 1",
        "91df7fffffff, 1",
        "91df4000000001, 1",
        "dd7fffffff, 2147483647",
        "dc0002c0, 2"
    })
    void shouldOnlyFailTheCallWhoseArgumentsCannotBeRead(String arguments, int number) {
        InvocationMessage call = (InvocationMessage) parse("950180a131a161" + arguments);

        assertThat(call.arguments()).hasSize(number);
        assertThatThrownBy(() -> call.arguments().get(0)).isInstanceOf(HubProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c1", "91", "a361", "dd7fffffff", "df7fffffff", "c67fffffff", "c9ffffffff01"})
    void shouldOnlyFailTheItemThatCannotBeRead(String value) {
        StreamItemMessage item = (StreamItemMessage) parse("940280a131" + value);
        CompletionMessage completion = (CompletionMessage) parse("950380a13103" + value);

        assertThatThrownBy(() -> protocol.bind((RawValue) item.item(), Object.class))
                .isInstanceOf(BindingException.class);
        assertThatThrownBy(() -> protocol.bind((RawValue) completion.result(), Object.class))
                .isInstanceOf(BindingException.class);
    }

    @Test
    void shouldPassOverDeepNestingWithoutRecursion() {
        int depth = 100_000;
        InvocationMessage call = (InvocationMessage) parse("950180a131a16191" + "91".repeat(depth) + "c0");

        assertThat(((RawValue) call.arguments().get(0)).size()).isEqualTo(depth + 1);
    }

    private @Nullable HubMessage parse(String hex) {
        return TestPack.parse(protocol, hex);
    }
}
