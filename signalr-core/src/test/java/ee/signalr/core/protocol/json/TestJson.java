// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.RawValue;
import java.lang.reflect.Type;

/** What the tests of this package have in common. */
final class TestJson {

    private static final JsonbHolder JSONB = new JsonbHolder(JsonbDefaults.config());

    private TestJson() {}

    /** A protocol with the default JSON-B. */
    static JsonHubProtocol protocol() {
        return new JsonHubProtocol(JSONB);
    }

    /** A protocol that has no JSON-B, to show that none is needed. */
    static JsonHubProtocol protocolWithoutJsonb() {
        return new JsonHubProtocol(() -> {
            throw new AssertionError("JSON-B is not needed here");
        });
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /** A scanner of a text that lies in the middle of other bytes. */
    static JsonScanner scanner(String json) {
        byte[] bytes = utf8("]}\"" + json + "1\"]}");
        return new JsonScanner(bytes, 3, bytes.length - 4);
    }

    /** A value that lies in the middle of other bytes. */
    static RawValue raw(String json) {
        byte[] bytes = utf8("]}\"" + json + "1\"]}");
        return new RawValue(bytes, 3, bytes.length - 4);
    }

    static String text(RawValue value) {
        return new String(value.bytes(), value.start(), value.size(), UTF_8);
    }

    static HubMessage parse(String json) {
        byte[] bytes = utf8("]}\"" + json + "1\"]}");
        return protocolWithoutJsonb().parse(bytes, 3, bytes.length - 4);
    }

    static Object bind(String json, Type type) {
        return protocolWithoutJsonb().bind(raw(json), type);
    }

    /** The text of an encoded message, without the record separator that must end it. */
    static String write(JsonHubProtocol protocol, HubMessage message) {
        String text = new String(protocol.write(message), UTF_8);
        if (text.indexOf('\u001e') != text.length() - 1) {
            throw new AssertionError("one record separator is expected, at the end: " + text);
        }
        return text.substring(0, text.length() - 1);
    }
}
