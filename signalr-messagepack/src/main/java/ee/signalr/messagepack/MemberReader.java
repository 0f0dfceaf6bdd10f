// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.HubProtocolException;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePackException;

/**
 * Reads members of an envelope. What is wrong ends the connection with the reference's texts, which a client may read when
 * detailed errors are on. Confined to one call.
 */
final class MemberReader {

    private final ValueInput input;

    MemberReader(ValueInput input) {
        this.input = input;
    }

    int arrayLength(String name) throws IOException {
        try {
            return input.unpacker().unpackArrayHeader();
        } catch (MessagePackException unfit) {
            throw failed("Reading array length for '" + name + "' failed.", unfit);
        }
    }

    int integer(String name) throws IOException {
        try {
            return input.unpacker().unpackInt();
        } catch (MessagePackException unfit) {
            throw failed("Reading '" + name + "' as Int32 failed.", unfit);
        }
    }

    long longInteger(String name) throws IOException {
        try {
            return input.unpacker().unpackLong();
        } catch (MessagePackException unfit) {
            throw failed("Reading '" + name + "' as Int64 failed.", unfit);
        }
    }

    boolean flag(String name) throws IOException {
        try {
            return input.unpacker().unpackBoolean();
        } catch (MessagePackException unfit) {
            throw failed("Reading '" + name + "' as Boolean failed.", unfit);
        }
    }

    /** Text; null for nil. */
    @Nullable
    String text(String name) throws IOException {
        try {
            return input.tryNil() ? null : input.unpacker().unpackString();
        } catch (MessagePackException unfit) {
            throw failed("Reading '" + name + "' as String failed.", unfit);
        }
    }

    /** Text that is neither nil nor empty. */
    String required(String name, String description) throws IOException {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            throw HubProtocolException.invalidData("Null or empty " + description + ".");
        }
        return text;
    }

    /** The id of a call or of a stream. */
    String id(String messageName) throws IOException {
        return required("invocationId", "invocation ID for " + messageName + " message");
    }

    /** Names and values; of several with one name the last counts. */
    Map<String, String> headers() throws IOException {
        int number = mapLength("headers");
        if (number == 0) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < number; i++) {
            String name = required("headers[" + i + "].Key", "key in headers dictionary");
            headers.put(name, required("headers[" + i + "].Value", "value in headers dictionary"));
        }
        return Collections.unmodifiableMap(headers);
    }

    private int mapLength(String name) throws IOException {
        try {
            return input.unpacker().unpackMapHeader();
        } catch (MessagePackException unfit) {
            throw failed("Reading map length for '" + name + "' failed.", unfit);
        }
    }

    private static HubProtocolException failed(String message, MessagePackException cause) {
        HubProtocolException failure = HubProtocolException.invalidData(message);
        failure.initCause(cause);
        return failure;
    }
}
