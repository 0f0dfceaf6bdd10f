// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.parse;
import static ee.signalr.core.protocol.json.TestJson.protocolWithoutJsonb;
import static ee.signalr.core.protocol.json.TestJson.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.PingMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                    | Unexpected JSON Token Type 'Array'. Expected a JSON Object.
                    "x"                   | Unexpected JSON Token Type 'String'. Expected a JSON Object.
                    42                    | Unexpected JSON Token Type 'Number'. Expected a JSON Object.
                    null                  | Unexpected JSON Token Type 'Null'. Expected a JSON Object.
                    true                  | Unexpected JSON Token Type 'True'. Expected a JSON Object.
                    false                 | Unexpected JSON Token Type 'False'. Expected a JSON Object.
                    {}                    | Missing required property 'type'.
                    {"Type":1}            | Missing required property 'type'.
                    {"type":"1"}          | Expected 'type' to be of type Number.
                    {"type":null}         | Expected 'type' to be of type Number.
                    {"type":true}         | Expected 'type' to be of type Number.
                    {"type":[1]}          | Expected 'type' to be of type Number.
                    {"type":1.0}          | Expected 'type' to be of type Number.
                    {"type":1e0}          | Expected 'type' to be of type Number.
                    {"type":4294967297}   | Expected 'type' to be of type Number.
                    {"type":99999999999999999999} | Expected 'type' to be of type Number.
                    """)
    void shouldRefuseMessageWithoutType(String json, String message) {
        assertThatParsingFails(json, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "invocationId":null       | Expected 'invocationId' to be of type String.
                    "invocationId":1          | Expected 'invocationId' to be of type String.
                    "invocationId":{}         | Expected 'invocationId' to be of type String.
                    "target":null             | Expected 'target' to be of type String.
                    "target":["t"]            | Expected 'target' to be of type String.
                    "error":null              | Expected 'error' to be of type String.
                    "error":false             | Expected 'error' to be of type String.
                    "arguments":null          | Expected 'arguments' to be of type Array.
                    "arguments":{}            | Expected 'arguments' to be of type Array.
                    "arguments":"[]"          | Expected 'arguments' to be of type Array.
                    "streamIds":null          | Expected 'streamIds' to be of type Array.
                    "streamIds":"1"           | Expected 'streamIds' to be of type Array.
                    "streamIds":[null]        | Null value for 'streamIds' is not valid.
                    "streamIds":["a",null]    | Null value for 'streamIds' is not valid.
                    "streamIds":[1]           | Expected 'streamIds' to be of type String.
                    "headers":null            | Expected 'headers' to be of type StartObject.
                    "headers":[]              | Expected 'headers' to be of type StartObject.
                    "headers":{"Foo":1}       | Expected header 'Foo' to be of type String.
                    "headers":{"Foo":null}    | Expected header 'Foo' to be of type String.
                    "headers":{"Foo":{}}      | Expected header 'Foo' to be of type String.
                    "allowReconnect":"true"   | Expected 'allowReconnect' to be true or false.
                    "allowReconnect":null     | Expected 'allowReconnect' to be true or false.
                    "allowReconnect":1        | Expected 'allowReconnect' to be true or false.
                    "sequenceId":"1"          | Expected 'sequenceId' to be of type Number.
                    "sequenceId":1.5          | Expected 'sequenceId' to be of type Number.
                    "sequenceId":9223372036854775808 | Expected 'sequenceId' to be of type Number.
                    """)
    void shouldRefuseMemberOfWrongTypeWhateverTheMessage(String member, String message) {
        assertThatParsingFails("{\"type\":6," + member + "}", message);
        assertThatParsingFails("{" + member + ",\"type\":77}", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"type":1,"invocationId":"1","arguments":[]}   | target
                    {"type":1,"invocationId":"1","target":"t"}     | arguments
                    {"type":1}                                     | target
                    {"type":4,"target":"t","arguments":[]}         | invocationId
                    {"type":4,"invocationId":"","target":"t","arguments":[]} | invocationId
                    {"type":4,"invocationId":"1","arguments":[]}   | target
                    {"type":4,"invocationId":"1","target":"t"}     | arguments
                    {"type":2,"item":1}                            | invocationId
                    {"type":2,"invocationId":"","item":1}          | invocationId
                    {"type":2,"invocationId":"9"}                  | item
                    {"type":3}                                     | invocationId
                    {"type":3,"invocationId":"","result":1}        | invocationId
                    {"type":5}                                     | invocationId
                    {"type":5,"invocationId":""}                   | invocationId
                    {"type":8}                                     | sequenceId
                    {"type":8,"sequenceId":null}                   | sequenceId
                    {"type":9}                                     | sequenceId
                    """)
    void shouldRefuseMessageWithoutMemberThatItNeeds(String json, String member) {
        assertThatParsingFails(json, "Missing required property '" + member + "'.");
    }

    @Test
    void shouldRefuseCompletionWithErrorAndResult() {
        assertThatParsingFails(
                "{\"type\":3,\"invocationId\":\"9\",\"error\":\"e\",\"result\":1}",
                "The 'error' and 'result' properties are mutually exclusive.");
        assertThatParsingFails(
                "{\"type\":3,\"invocationId\":\"9\",\"result\":null,\"error\":\"\"}",
                "The 'error' and 'result' properties are mutually exclusive.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "x",
                "{",
                "{\"type\":1,\"invocationId\":\"1\",\"target\":\"NoArgs\",\"arguments\":[",
                "{\"type\":6/*c*/}",
                "{\"type\":6,}",
                "{'type':6}",
                "{\"type\":06}",
                "{\"type\":nope}",
                "{\"target\":nope}",
                "{\"arguments\":tru}",
                "{\"streamIds\":[nul]}",
                "{\"headers\":{\"a\":1.}}",
                "nope",
                "{\"type\":6,\"x\":\"a\nb\"}",
                "{\"type\":1,\"target\":\"t\",\"arguments\":[01]}",
                "{\"type\":1,\"target\":\"t\",\"arguments\":[NaN]}",
                "{\"type\":1,\"target\":\"\\ud83d\",\"arguments\":[]}",
                "{\"type\":6,\"x\":\"\\q\"}",
                "{\"type\":6,\"invocationId\":\"1\"",
                "{\"type\":6"
            })
    void shouldRefuseWhatIsNotJson(String json) {
        assertThatParsingFails(json, "Error reading JSON.");
    }

    @Test
    void shouldRefuseTextThatIsNotUtf8() {
        byte[] bytes = utf8("{\"type\":6,\"x\":\"??\"}");
        bytes[15] = (byte) 0xC0;
        bytes[16] = (byte) 0xAF;

        assertThatThrownBy(() -> protocolWithoutJsonb().parse(bytes, 0, bytes.length))
                .isInstanceOf(HubProtocolException.class)
                .hasMessage("Error reading JSON.")
                .hasRootCauseMessage("The text is not valid UTF-8.");
    }

    @Test
    void shouldRefuseNestingDeeperThan64EvenInUnknownMembers() {
        String deepest = "[".repeat(63) + "]".repeat(63);

        assertThat(parse("{\"type\":6,\"deep\":" + deepest + "}")).isSameAs(PingMessage.INSTANCE);
        assertThatParsingFails("{\"type\":6,\"deep\":[" + deepest + "]}", "Error reading JSON.");
        assertThatParsingFails(
                "{\"type\":6,\"deep\":" + "[".repeat(5000) + "]".repeat(5000) + "}", "Error reading JSON.");
    }

    private static void assertThatParsingFails(String json, String message) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(HubProtocolException.class)
                .hasMessage(message)
                .extracting(failure -> ((HubProtocolException) failure).referenceName())
                .isEqualTo("InvalidDataException");
    }
}
