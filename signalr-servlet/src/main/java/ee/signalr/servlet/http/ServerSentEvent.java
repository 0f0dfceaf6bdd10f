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
     * What goes between start and end. The payload itself, unless it has line feeds: then each begins a new field, and a carriage
     * return before one is dropped.
     */
    static byte[] data(byte[] payload) {
        int feed = lineFeed(payload, 0);
        if (feed == payload.length) {
            return payload;
        }
        ByteArrayOutputStream fields = new ByteArrayOutputStream(payload.length + 64);
        int start = 0;
        while (feed < payload.length) {
            int end = feed > start && payload[feed - 1] == '\r' ? feed - 1 : feed;
            fields.write(payload, start, end - start);
            fields.writeBytes(NEXT_LINE);
            start = feed + 1;
            feed = lineFeed(payload, start);
        }
        fields.write(payload, start, payload.length - start);
        return fields.toByteArray();
    }

    private static int lineFeed(byte[] payload, int from) {
        int i = from;
        while (i < payload.length && payload[i] != '\n') {
            i++;
        }
        return i;
    }
}
