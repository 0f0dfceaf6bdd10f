// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.HubProtocolException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads values whose type the protocol prescribes. Stateless. */
final class MemberReader {

    private MemberReader() {}

    /** Opens the object that a message is. */
    static void startMessage(JsonScanner scanner) {
        JsonToken token = scanner.token();
        if (token != JsonToken.OBJECT) {
            throw unexpected(
                    scanner, token, "Unexpected JSON Token Type '" + token.wireName() + "'. Expected a JSON Object.");
        }
        scanner.startObject();
    }

    /** Checks that the next value is of the given kind. */
    static void require(JsonScanner scanner, JsonToken kind, String member, String kindName) {
        JsonToken token = scanner.token();
        if (token != kind) {
            throw unexpected(scanner, token, "Expected '" + member + "' to be of type " + kindName + ".");
        }
    }

    /** Reads a string. */
    static String string(JsonScanner scanner, String member) {
        require(scanner, JsonToken.STRING, member, "String");
        scanner.string();
        return scanner.text();
    }

    /** Reads an integer of 32 bits, or null. */
    static @Nullable Integer intOrNull(JsonScanner scanner, String member) {
        Long value = longOrNull(scanner, member);
        if (value == null) {
            return null;
        }
        if (value.intValue() != value) {
            throw noNumber(member);
        }
        return value.intValue();
    }

    /** Reads an integer of 64 bits, or null. */
    static @Nullable Long longOrNull(JsonScanner scanner, String member) {
        if (scanner.token() == JsonToken.NULL) {
            scanner.skip();
            return null;
        }
        require(scanner, JsonToken.NUMBER, member, "Number");
        scanner.number();
        OptionalLong value = JsonNumbers.exactLong(scanner);
        return value.orElseThrow(() -> noNumber(member));
    }

    /** Reads {@code true} or {@code false}. */
    static boolean bool(JsonScanner scanner, String member) {
        JsonToken token = scanner.token();
        if (token != JsonToken.TRUE && token != JsonToken.FALSE) {
            throw unexpected(scanner, token, "Expected '" + member + "' to be true or false.");
        }
        scanner.skip();
        return token == JsonToken.TRUE;
    }

    /** A complaint about a value; if it is not even JSON then that is what is thrown. */
    static HubProtocolException unexpected(JsonScanner scanner, JsonToken token, String message) {
        if (!token.isContainer()) {
            scanner.skip();
        }
        return HubProtocolException.invalidData(message);
    }

    private static HubProtocolException noNumber(String member) {
        return HubProtocolException.invalidData("Expected '" + member + "' to be of type Number.");
    }
}
