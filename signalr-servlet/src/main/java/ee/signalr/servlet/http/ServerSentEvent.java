// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** How a payload becomes an event: a data field for each of its lines. Stateless. */
final class ServerSentEvent {

    static final byte[] START = "data: ".getBytes(StandardCharsets.US_ASCII);
    static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NEXT_LINE = "\r\ndata: ".getBytes(StandardCharsets.US_ASCII);

    private ServerSentEvent() {}

    /**
     * What goes between start and end. The payload itself, unless it has line breaks: then each begins a new field, also a carriage
     * return alone, which readers of an event stream take for one; what follows it would be a field of its own otherwise.
     */
    static byte[] data(byte[] payload) {
        int lineBreak = lineBreak(payload, 0);
        if (lineBreak == payload.length) {
            return payload;
        }
        ByteArrayOutputStream fields = new ByteArrayOutputStream(payload.length + 64);
        int start = 0;
        while (lineBreak < payload.length) {
            fields.write(payload, start, lineBreak - start);
            fields.writeBytes(NEXT_LINE);
            start = lineBreak + (isPair(payload, lineBreak) ? 2 : 1);
            lineBreak = lineBreak(payload, start);
        }
        fields.write(payload, start, payload.length - start);
        return fields.toByteArray();
    }

    private static int lineBreak(byte[] payload, int from) {
        int i = from;
        while (i < payload.length && payload[i] != '\n' && payload[i] != '\r') {
            i++;
        }
        return i;
    }

    /** Whether two characters are one line break. */
    private static boolean isPair(byte[] payload, int at) {
        return payload[at] == '\r' && at + 1 < payload.length && payload[at + 1] == '\n';
    }
}
