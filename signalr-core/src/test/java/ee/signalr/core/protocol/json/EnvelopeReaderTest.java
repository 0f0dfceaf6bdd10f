// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.parse;
import static ee.signalr.core.protocol.json.TestJson.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.protocol.AckMessage;
import ee.signalr.core.protocol.CancelInvocationMessage;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubMessageType;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.PingMessage;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.SequenceMessage;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

    @Test
    void shouldReadInvocation() {
        InvocationMessage message = (InvocationMessage) parse(
                "{\"type\":1,\"invocationId\":\"123\",\"target\":\"Target\",\"arguments\":[1,\"Foo\",{\"a\":[]}]}");

        assertThat(message.type()).isEqualTo(HubMessageType.INVOCATION);
        assertThat(message.invocationId()).isEqualTo("123");
        assertThat(message.target()).isEqualTo("Target");
        assertThat(texts(message.arguments())).containsExactly("1", "\"Foo\"", "{\"a\":[]}");
        assertThat(message.streamIds()).isNull();
        assertThat(message.headers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":1,\"target\":\"t\",\"arguments\":[]}",
                "{\"type\":1,\"invocationId\":\"\",\"target\":\"t\",\"arguments\":[]}"
            })
    void shouldTakeInvocationWithoutIdForOneThatWantsNoAnswer(String json) {
        InvocationMessage message = (InvocationMessage) parse(json);

        assertThat(message.invocationId()).isNull();
        assertThat(message.arguments()).isEmpty();
    }

    @Test
    void shouldReadEmptyTarget() {
        assertThat(((InvocationMessage) parse("{\"type\":1,\"target\":\"\",\"arguments\":[]}")).target())
                .isEmpty();
    }

    @Test
    void shouldReadStreamInvocation() {
        StreamInvocationMessage message = (StreamInvocationMessage)
                parse(
                        "{\"type\":4,\"invocationId\":\"7\",\"target\":\"t\",\"arguments\":[null],\"streamIds\":[\"a\",\"b\"]}");

        assertThat(message.invocationId()).isEqualTo("7");
        assertThat(message.target()).isEqualTo("t");
        assertThat(texts(message.arguments())).containsExactly("null");
        assertThat(message.streamIds()).containsExactly("a", "b");
    }

    @Test
    void shouldTellNoStreamIdsFromAnEmptyList() {
        InvocationMessage message =
                (InvocationMessage) parse("{\"type\":1,\"target\":\"t\",\"arguments\":[],\"streamIds\":[]}");

        assertThat(message.streamIds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "\"x\"", "{\"a\":null}", "[1,[2]]", "true"})
    void shouldReadStreamItem(String item) {
        StreamItemMessage message =
                (StreamItemMessage) parse("{\"type\":2,\"invocationId\":\"7\",\"item\": " + item + " }");

        assertThat(message.invocationId()).isEqualTo("7");
        assertThat(text((RawValue) message.item())).isEqualTo(item);
    }

    @Test
    void shouldReadCompletions() {
        CompletionMessage result = (CompletionMessage) parse("{\"type\":3,\"invocationId\":\"1\",\"result\":[1]}");
        CompletionMessage error = (CompletionMessage) parse("{\"type\":3,\"invocationId\":\"1\",\"error\":\"e\"}");
        CompletionMessage empty = (CompletionMessage) parse("{\"type\":3,\"invocationId\":\"1\"}");
        CompletionMessage nothing = (CompletionMessage) parse("{\"type\":3,\"invocationId\":\"1\",\"result\":null}");

        assertThat(result.hasResult()).isTrue();
        assertThat(text((RawValue) result.result())).isEqualTo("[1]");
        assertThat(error.hasResult()).isFalse();
        assertThat(error.error()).isEqualTo("e");
        assertThat(empty).isEqualTo(CompletionMessage.empty("1"));
        assertThat(nothing.hasResult()).isTrue();
        assertThat(text((RawValue) nothing.result())).isEqualTo("null");
    }

    @Test
    void shouldReadWhatHasNoPayload() {
        assertThat(parse("{\"type\":5,\"invocationId\":\"9\"}")).isEqualTo(new CancelInvocationMessage(Map.of(), "9"));
        assertThat(parse("{\"type\":6}")).isSameAs(PingMessage.INSTANCE);
        assertThat(parse("{\"type\":8,\"sequenceId\":9223372036854775807}")).isEqualTo(new AckMessage(Long.MAX_VALUE));
        assertThat(parse("{\"type\":9,\"sequenceId\":1}")).isEqualTo(new SequenceMessage(1));
    }

    @Test
    void shouldReadClose() {
        assertThat(parse("{\"type\":7}")).isEqualTo(new CloseMessage(null, false));
        assertThat(parse("{\"type\":7,\"error\":\"\"}")).isEqualTo(new CloseMessage("", false));
        assertThat(parse("{\"type\":7,\"allowReconnect\":false}")).isEqualTo(new CloseMessage(null, false));
        assertThat(parse("{\"type\":7,\"error\":\"why\",\"allowReconnect\":true}"))
                .isEqualTo(new CloseMessage("why", true));
    }

    @Test
    void shouldReadHeadersInTheirOrder() {
        CancelInvocationMessage message = (CancelInvocationMessage)
                parse(
                        "{\"type\":5,\"headers\":{\"z\":\"1\",\"a\":\"\",\"z\":\"2\",\"\\u00e4\":\"3\"},\"invocationId\":\"9\"}");

        assertThat(message.headers())
                .containsExactly(Map.entry("z", "2"), Map.entry("a", ""), Map.entry("\u00e4", "3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"arguments\":[\"x\"],\"invocationId\":\"1\",\"target\":\"t\",\"type\":1}",
                "{\"invocationId\":\"1\",\"arguments\":[\"x\"],\"type\":1,\"target\":\"t\"}",
                "{\"target\":\"t\",\"type\":1,\"arguments\":[\"x\"],\"invocationId\":\"1\"}",
                "\n\t{ \"type\" : 1 , \"arguments\" : [ \"x\" ] , \"target\" : \"t\" , \"invocationId\" : \"1\" } "
            })
    void shouldReadMembersInAnyOrder(String json) {
        InvocationMessage message = (InvocationMessage) parse(json);

        assertThat(message.invocationId()).isEqualTo("1");
        assertThat(message.target()).isEqualTo("t");
        assertThat(texts(message.arguments())).containsExactly("\"x\"");
    }

    @Test
    void shouldPassOverUnknownMembers() {
        HubMessage message = parse(
                "{\"Type\":9,\"extra\":{\"a\":[1,2,{\"b\":null}]},\"type\":6,\"TARGET\":5,\"\":{},\"more\":\"x\"}");

        assertThat(message).isSameAs(PingMessage.INSTANCE);
    }

    @Test
    void shouldLetTheLastOfSeveralMembersCount() {
        InvocationMessage message =
                (InvocationMessage) parse("{\"type\":6,\"target\":\"a\",\"arguments\":[1],\"type\":1,"
                        + "\"target\":\"b\",\"arguments\":[2,3],\"invocationId\":\"x\",\"invocationId\":\"y\"}");

        assertThat(message.target()).isEqualTo("b");
        assertThat(message.invocationId()).isEqualTo("y");
        assertThat(texts(message.arguments())).containsExactly("2", "3");
    }

    @Test
    void shouldIgnoreMembersThatTheTypeDoesNotHave() {
        assertThat(parse("{\"type\":6,\"target\":\"t\",\"arguments\":[],\"item\":1,\"result\":2,\"error\":\"e\"}"))
                .isSameAs(PingMessage.INSTANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":6}x", "{\"type\":6}{\"type\":7}", "{\"type\":6}]", "{\"type\":6} \u0000"})
    void shouldIgnoreWhatFollowsTheObject(String json) {
        assertThat(parse(json)).isSameAs(PingMessage.INSTANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "77", "-1", "2147483647"})
    void shouldGiveNothingForUnknownTypes(String type) {
        assertThat(parse("{\"type\":" + type + ",\"whatever\":[]}")).isNull();
    }

    @Test
    void shouldReadEscapedNames() {
        assertThat(parse("{\"\\u0074ype\":6}")).isSameAs(PingMessage.INSTANCE);
    }

    @Test
    void shouldReadTextOfAnyScript() {
        InvocationMessage message = (InvocationMessage)
                parse("{\"type\":1,\"target\":\"\u00e4\u20ac\ud83d\ude00\\n\",\"arguments\":[\"\u00df\"]}");

        assertThat(message.target()).isEqualTo("\u00e4\u20ac\ud83d\ude00\n");
        assertThat(texts(message.arguments())).containsExactly("\"\u00df\"");
    }

    @Test
    void shouldLeaveUnpairedSurrogatesInValuesToTheBinder() {
        InvocationMessage message =
                (InvocationMessage) parse("{\"type\":1,\"target\":\"t\",\"arguments\":[\"\\ud83d\"]}");

        assertThat(texts(message.arguments())).containsExactly("\"\\ud83d\"");
    }

    @Test
    void shouldGiveImmutableMessages() {
        InvocationMessage message = (InvocationMessage) parse(
                "{\"type\":1,\"target\":\"t\",\"arguments\":[1],\"streamIds\":[\"s\"],\"headers\":{\"a\":\"b\"}}");

        assertThatThrownBy(() -> message.arguments().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> message.streamIds().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> message.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static List<String> texts(List<?> arguments) {
        return arguments.stream().map(value -> text((RawValue) value)).toList();
    }
}
