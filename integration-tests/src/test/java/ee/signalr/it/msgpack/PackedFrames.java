// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.msgpack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Hub messages with their lengths in front. Stateless. */
public final class PackedFrames {

    private PackedFrames() {}

    /** The messages in a frame, which holds whole ones. */
    public static List<byte[]> split(byte[] frame) {
        List<byte[]> messages = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(frame);
        while (rest.hasRemaining()) {
            byte[] message = new byte[length(rest)];
            rest.get(message);
            messages.add(message);
        }
        return messages;
    }

    private static int length(ByteBuffer bytes) {
        int length = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes.get();
            length |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return length;
    }

    /** A message with its length in front. */
    public static byte[] frame(byte[] message) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        int rest = message.length;
        while (rest > 0x7f) {
            frame.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        frame.write(rest);
        frame.writeBytes(message);
        return frame.toByteArray();
    }
}
