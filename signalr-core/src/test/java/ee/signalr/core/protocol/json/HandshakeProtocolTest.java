// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.TransferFormat;
import ee.signalr.core.protocol.HandshakeRequest;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.transport.OutboundMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HandshakeProtocolTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"protocol":"json","version":1}                     | json        | 1
                    {"version":2,"protocol":"messagepack"}              | messagepack | 2
                    {"protocol":"json","version":0}                     | json        | 0
                    {"protocol":"json","version":-1}                    | json        | -1
                    {"a":[{}],"protocol":"JSON","version":1,"b":null}   | JSON        | 1
                    {"protocol":"a","protocol":"b","version":1}         | b           | 1
                    {"\\u0070rotocol":"js\\u006fn","version":1}         | json        | 1
                    {"protocol":"json","version":1}]                    | json        | 1
                     { "protocol" : "json" , "version" : 99 }           | json        | 99
                    """)
    void shouldReadRequest(String json, String protocol, int version) {
        assertThat(parse(json)).isEqualTo(new HandshakeRequest(protocol, version));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                 | Unexpected JSON Token Type 'Array'. Expected a JSON Object.
                    "json"                             | Unexpected JSON Token Type 'String'. Expected a JSON Object.
                    {"protocol":null,"version":1}      | Expected 'protocol' to be of type String.
                    {"protocol":5,"version":1}         | Expected 'protocol' to be of type String.
                    {"protocol":"json","version":"1"}  | Expected 'version' to be of type Number.
                    {"protocol":"json","version":1.5}  | Expected 'version' to be of type Number.
                    {"protocol":"json","version":{}}   | Expected 'version' to be of type Number.
                    {"protocol":"json","version":2147483648} | Expected 'version' to be of type Number.
                    """)
    void shouldRefuseMembersOfWrongType(String json, String message) {
        assertThatParsingFails(json, "InvalidDataException", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"type":1,"target":"Echo","arguments":[]} | protocol
                    {"Protocol":"json","Version":1}           | protocol
                    {}                                        | protocol
                    {"version":1}                             | protocol
                    {"protocol":"json"}                       | version
                    {"protocol":"json","version":null}        | version
                    """)
    void shouldRefuseRequestWithoutMemberAndQuoteIt(String json, String member) {
        assertThatParsingFails(
                json, "InvalidDataException", "Missing required property '" + member + "'. Message content: " + json);
    }

    @Test
    void shouldTellWhereTextStopsToBeJson() {
        assertThatParsingFails(
                "hello",
                "JsonReaderException",
                "'h' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 0.");
        assertThatParsingFails(
                "{\n\"protocol\":\n  x}",
                "JsonReaderException",
                "'x' is an invalid start of a value. LineNumber: 2 | BytePositionInLine: 2.");
        assertThatParsingFails(
                "",
                "JsonReaderException",
                "The JSON text ends where a value is expected. LineNumber: 0 | BytePositionInLine: 0.");
        assertThatParsingFails(
                "{\"protocol\":\"json\"",
                "JsonReaderException",
                "The JSON text is malformed. LineNumber: 0 | BytePositionInLine: 18.");
    }

    @Test
    void shouldRefuseHostileDepth() {
        assertThatThrownBy(() -> parse("{\"x\":" + "[".repeat(10_000)))
                .isInstanceOf(HubProtocolException.class)
                .hasMessageStartingWith("The maximum depth of 64 is exceeded.");
    }

    @ParameterizedTest
    @EnumSource
    void shouldShareAnswerToGoodHandshake(TransferFormat format) {
        OutboundMessage answer = HandshakeProtocol.success(format);

        assertThat(answer.text()).isEqualTo("{}\u001e");
        assertThat(answer.format()).isEqualTo(format);
        assertThat(HandshakeProtocol.success(format)).isSameAs(answer);
    }

    @Test
    void shouldWriteErrorAsText() {
        OutboundMessage answer = HandshakeProtocol.failure("The protocol 'foo' is \"not\" supported: \u00e4\n.");

        assertThat(answer.text())
                .isEqualTo("{\"error\":\"The protocol 'foo' is \\\"not\\\" supported: \u00e4\\n.\"}\u001e");
        assertThat(answer.format()).isEqualTo(TransferFormat.TEXT);
    }

    private static HandshakeRequest parse(String json) {
        byte[] bytes = utf8("{}" + json + "{}");
        return HandshakeProtocol.parse(bytes, 2, bytes.length - 2);
    }

    private static void assertThatParsingFails(String json, String referenceName, String message) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(HubProtocolException.class)
                .hasMessage(message)
                .extracting(failure -> ((HubProtocolException) failure).referenceName())
                .isEqualTo(referenceName);
    }
}
