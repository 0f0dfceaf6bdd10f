// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.protocolWithoutJsonb;
import static ee.signalr.core.protocol.json.TestJson.raw;
import static ee.signalr.core.protocol.json.TestJson.write;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeWriterTest {

    private static final Map<String, String> NONE = Map.of();
    private static final Map<String, String> HEADERS = headers();

    private final JsonHubProtocol protocol = protocolWithoutJsonb();

    @ParameterizedTest
    @MethodSource
    void shouldWriteMembersInTheOrderOfTheReference(HubMessage message, String expected) {
        assertThat(write(protocol, message)).isEqualTo(expected);
    }

    static Stream<Arguments> shouldWriteMembersInTheOrderOfTheReference() {
        return Stream.of(
                Arguments.of(
                        new InvocationMessage(NONE, "123", "Target", List.of(1, "Foo"), null),
                        "{\"type\":1,\"invocationId\":\"123\",\"target\":\"Target\",\"arguments\":[1,\"Foo\"]}"),
                Arguments.of(
                        new InvocationMessage(NONE, null, "Target", List.of(), List.of("__test_id__")),
                        "{\"type\":1,\"target\":\"Target\",\"arguments\":[],\"streamIds\":[\"__test_id__\"]}"),
                Arguments.of(
                        new InvocationMessage(NONE, "", "t", Arrays.asList((Object) null), List.of()),
                        "{\"type\":1,\"target\":\"t\",\"arguments\":[null],\"streamIds\":[]}"),
                Arguments.of(
                        new InvocationMessage(HEADERS, "1", "t", List.of(), null),
                        "{\"type\":1,\"headers\":{\"Foo\":\"Bar\",\"KeyWith\\nNew\\r\\nLines\":\"Still\\nWorks\"},"
                                + "\"invocationId\":\"1\",\"target\":\"t\",\"arguments\":[]}"),
                Arguments.of(
                        new StreamItemMessage(NONE, "123", null),
                        "{\"type\":2,\"invocationId\":\"123\",\"item\":null}"),
                Arguments.of(
                        new StreamItemMessage(NONE, "123", 2.0f), "{\"type\":2,\"invocationId\":\"123\",\"item\":2}"),
                Arguments.of(
                        new StreamItemMessage(HEADERS, "1", true),
                        "{\"type\":2,\"headers\":{\"Foo\":\"Bar\",\"KeyWith\\nNew\\r\\nLines\":\"Still\\nWorks\"},"
                                + "\"invocationId\":\"1\",\"item\":true}"),
                Arguments.of(
                        CompletionMessage.withResult("123", null),
                        "{\"type\":3,\"invocationId\":\"123\",\"result\":null}"),
                Arguments.of(
                        CompletionMessage.withResult("123", "Foo"),
                        "{\"type\":3,\"invocationId\":\"123\",\"result\":\"Foo\"}"),
                Arguments.of(
                        CompletionMessage.withError("123", "Whoops!"),
                        "{\"type\":3,\"invocationId\":\"123\",\"error\":\"Whoops!\"}"),
                Arguments.of(
                        CompletionMessage.withError("123", ""), "{\"type\":3,\"invocationId\":\"123\",\"error\":\"\"}"),
                Arguments.of(CompletionMessage.empty("123"), "{\"type\":3,\"invocationId\":\"123\"}"),
                Arguments.of(
                        new CompletionMessage(Map.of("a", "b"), "123", "Whoops!", null, false),
                        "{\"type\":3,\"headers\":{\"a\":\"b\"},\"invocationId\":\"123\",\"error\":\"Whoops!\"}"),
                Arguments.of(
                        new StreamInvocationMessage(NONE, "123", "t", List.of(1), null),
                        "{\"type\":4,\"invocationId\":\"123\",\"target\":\"t\",\"arguments\":[1]}"),
                Arguments.of(
                        new StreamInvocationMessage(NONE, "123", "t", List.of(), List.of("a", "b")),
                        "{\"type\":4,\"invocationId\":\"123\",\"target\":\"t\",\"arguments\":[],\"streamIds\":[\"a\",\"b\"]}"),
                Arguments.of(new CancelInvocationMessage(NONE, "123"), "{\"type\":5,\"invocationId\":\"123\"}"),
                Arguments.of(
                        new CancelInvocationMessage(Map.of("a", "b"), "123"),
                        "{\"type\":5,\"headers\":{\"a\":\"b\"},\"invocationId\":\"123\"}"),
                Arguments.of(PingMessage.INSTANCE, "{\"type\":6}"),
                Arguments.of(new CloseMessage(null, false), "{\"type\":7}"),
                Arguments.of(new CloseMessage("", false), "{\"type\":7,\"error\":\"\"}"),
                Arguments.of(
                        new CloseMessage("Error!", true), "{\"type\":7,\"error\":\"Error!\",\"allowReconnect\":true}"),
                Arguments.of(new CloseMessage(null, true), "{\"type\":7,\"allowReconnect\":true}"),
                Arguments.of(new AckMessage(1), "{\"type\":8,\"sequenceId\":1}"),
                Arguments.of(new SequenceMessage(Long.MAX_VALUE), "{\"type\":9,\"sequenceId\":9223372036854775807}"));
    }

    @Test
    void shouldEscapeIdsAndTargets() {
        assertThat(write(protocol, new InvocationMessage(NONE, "\"\u001e", "\u00e4\n", List.of(), List.of("\t"))))
                .isEqualTo("{\"type\":1,\"invocationId\":\"\\\"\\u001e\",\"target\":\"\u00e4\\n\",\"arguments\":[],"
                        + "\"streamIds\":[\"\\t\"]}");
    }

    @Test
    void shouldWriteReceivedValuesAsTheyAre() {
        assertThat(write(protocol, CompletionMessage.withResult("1", raw("[1.0, \"x\"]"))))
                .isEqualTo("{\"type\":3,\"invocationId\":\"1\",\"result\":[1.0, \"x\"]}");
    }

    @Test
    void shouldShareBytesOfPing() {
        assertThat(protocol.write(PingMessage.INSTANCE))
                .isSameAs(protocolWithoutJsonb().write(PingMessage.INSTANCE));
    }

    @ParameterizedTest
    @MethodSource
    void shouldEstimateSizeOfFrequentMessagesExactly(HubMessage message) {
        assertThat(SizeEstimate.of(message)).isEqualTo(protocol.write(message).length);
    }

    static Stream<HubMessage> shouldEstimateSizeOfFrequentMessagesExactly() {
        return Stream.of(
                CompletionMessage.withResult("7", "hello"),
                CompletionMessage.withResult("1234", 42),
                CompletionMessage.withResult("7", -1234567890123L),
                CompletionMessage.withResult("7", null),
                CompletionMessage.withResult("7", true),
                CompletionMessage.withResult("7", false),
                CompletionMessage.empty("7"),
                CompletionMessage.withError("7", "What went wrong"),
                new StreamItemMessage(NONE, "7", 1),
                new StreamItemMessage(NONE, "7", "item"),
                new InvocationMessage(NONE, null, "receive", List.of("user", "text"), null),
                new InvocationMessage(NONE, "1", "ask", Arrays.asList(1, null, true), null),
                new InvocationMessage(NONE, null, "changed", List.of(), null));
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Foo", "Bar");
        headers.put("KeyWith\nNew\r\nLines", "Still\nWorks");
        return headers;
    }
}
