// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.TransferFormat;
import ee.signalr.core.protocol.HandshakeRequest;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.TextMessageFormat;
import ee.signalr.core.transport.OutboundMessage;
import java.nio.charset.StandardCharsets;

/**
 * What is said before the hub protocol is agreed upon: always JSON, whatever is spoken afterwards, and framed by
 * {@link TextMessageFormat}. Stateless and thread-safe.
 */
public final class HandshakeProtocol {

    private static final String PROTOCOL = "protocol";
    private static final String VERSION = "version";
    private static final byte[] PROTOCOL_NAME = PROTOCOL.getBytes(StandardCharsets.UTF_8);
    private static final byte[] VERSION_NAME = VERSION.getBytes(StandardCharsets.UTF_8);

    private static final OutboundMessage SUCCESS_AS_TEXT = success("{}\u001e", TransferFormat.TEXT);
    private static final OutboundMessage SUCCESS_AS_BYTES = success("{}\u001e", TransferFormat.BINARY);

    private static final String FAILURE_START = "{\"error\":";
    private static final int FAILURE_OVERHEAD = 16;

    private HandshakeProtocol() {}

    /**
     * Reads what a client says first.
     *
     * @param bytes the array in which the message lies
     * @param start where its content starts
     * @param end where its content ends, exclusive
     * @return the request; never null
     * @throws HubProtocolException when it is not such a request; the text may be told to the client if detailed errors are
     */
    public static HandshakeRequest parse(byte[] bytes, int start, int end) {
        try {
            return read(bytes, start, end);
        } catch (JsonSyntaxException malformed) {
            HubProtocolException failure =
                    HubProtocolException.unreadableJson(malformed.getMessage() + location(bytes, start, malformed));
            failure.initCause(malformed);
            throw failure;
        }
    }

    /**
     * The answer to a good handshake, to be sent in the transfer format of the protocol agreed upon.
     *
     * @return a message shared by all connections; never null
     */
    public static OutboundMessage success(TransferFormat format) {
        return switch (format) {
            case TEXT -> SUCCESS_AS_TEXT;
            case BINARY -> SUCCESS_AS_BYTES;
        };
    }

    /**
     * The answer to a bad handshake.
     *
     * @param error what the client is told
     * @return a text message; never null
     */
    public static OutboundMessage failure(String error) {
        JsonOutput out = new JsonOutput(FAILURE_OVERHEAD + error.length());
        out.ascii(FAILURE_START);
        out.text(error);
        out.ascii('}');
        out.ascii((char) TextMessageFormat.RECORD_SEPARATOR);
        return OutboundMessage.of(out.toByteArray(), TransferFormat.TEXT);
    }

    private static HandshakeRequest read(byte[] bytes, int start, int end) {
        JsonScanner scanner = new JsonScanner(bytes, start, end);
        String protocol = null;
        Integer version = null;
        MemberReader.startMessage(scanner);
        while (scanner.nextMember()) {
            if (scanner.tokenIs(PROTOCOL_NAME)) {
                protocol = MemberReader.string(scanner, PROTOCOL);
            } else if (scanner.tokenIs(VERSION_NAME)) {
                version = MemberReader.intOrNull(scanner, VERSION);
            } else {
                scanner.skip();
            }
        }
        if (protocol == null || version == null) {
            throw missing(protocol == null ? PROTOCOL : VERSION, bytes, start, end);
        }
        return new HandshakeRequest(protocol, version);
    }

    private static HubProtocolException missing(String member, byte[] bytes, int start, int end) {
        return HubProtocolException.invalidData("Missing required property '" + member + "'. Message content: "
                + new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }

    private static String location(byte[] bytes, int start, JsonSyntaxException malformed) {
        int lines = 0;
        int lineStart = start;
        for (int at = start; at < malformed.position(); at++) {
            if (bytes[at] == '\n') {
                lines++;
                lineStart = at + 1;
            }
        }
        return " LineNumber: " + lines + " | BytePositionInLine: " + (malformed.position() - lineStart) + ".";
    }

    private static OutboundMessage success(String text, TransferFormat format) {
        return OutboundMessage.of(text.getBytes(StandardCharsets.UTF_8), format);
    }
}
