// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.wire;

import java.nio.ByteBuffer;

/** WebSocket frames of a client. Stateless. */
final class Frames {

    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};
    private static final int SMALL = 126;
    private static final int MEDIUM = 65_536;

    private Frames() {}

    static byte[] masked(int opcode, boolean last, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (opcode | (last ? 0x80 : 0)));
        if (payload.length < SMALL) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < MEDIUM) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(MASK);
        for (int at = 0; at < payload.length; at++) {
            frame.put((byte) (payload[at] ^ MASK[at & 3]));
        }
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }
}
