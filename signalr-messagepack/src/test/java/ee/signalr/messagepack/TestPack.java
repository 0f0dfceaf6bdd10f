// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.PropertyNaming;
import ee.signalr.core.protocol.BinaryMessageFormat;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.StreamItemMessage;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes as hexadecimal digits, and the protocol as the reference sets it up. */
final class TestPack {

    /** What precedes the item of a stream item without headers and with id "1". */
    private static final String ITEM_START = "940280a131";

    private TestPack() {}

    static MessagePackHubProtocol protocol() {
        return new MessagePackHubProtocol(PropertyNaming.UPPER_CAMEL_CASE);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** The content of a message without its length. */
    static String content(byte[] framed) {
        int start = BinaryMessageFormat.INSTANCE.contentStart(framed, 0);
        return HexFormat.of().formatHex(framed, start, framed.length);
    }

    static String written(HubProtocol protocol, HubMessage message) {
        return content(protocol.write(message));
    }

    /** A value as it is written. */
    static String value(HubProtocol protocol, @Nullable Object value) {
        String item = written(protocol, new StreamItemMessage(Map.of(), "1", value));
        if (!item.startsWith(ITEM_START)) {
            throw new AssertionError(item);
        }
        return item.substring(ITEM_START.length());
    }

    static @Nullable HubMessage parse(HubProtocol protocol, String hex) {
        byte[] content = bytes(hex);
        // Not at the start of the array, where it never lies.
        byte[] shifted = new byte[content.length + 3];
        System.arraycopy(content, 0, shifted, 2, content.length);
        return protocol.parse(shifted, 2, 2 + content.length);
    }

    static @Nullable Object bind(HubProtocol protocol, String hex, Type type) {
        byte[] value = bytes(hex);
        byte[] shifted = new byte[value.length + 2];
        Arrays.fill(shifted, (byte) 0xC1);
        System.arraycopy(value, 0, shifted, 1, value.length);
        return protocol.bind(new RawValue(shifted, 1, 1 + value.length), type);
    }

    static HubMessage result(@Nullable Object value) {
        return CompletionMessage.withResult("1", value);
    }
}
