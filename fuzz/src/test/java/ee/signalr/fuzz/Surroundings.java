// SPDX-License-Identifier: Apache-2.0
package ee.signalr.fuzz;

import java.nio.charset.StandardCharsets;

/** Puts a message into the middle of other bytes, as it lies in the buffer of a connection. */
final class Surroundings {

    private static final byte[] LEFT = "]}\"1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] RIGHT = "1\"]}".getBytes(StandardCharsets.UTF_8);

    /** Where the message starts. */
    static final int BEFORE = LEFT.length;

    /** How many bytes follow the message. */
    static final int AFTER = RIGHT.length;

    private Surroundings() {}

    /** The message with other bytes before and after it. */
    static byte[] around(byte[] message) {
        byte[] all = new byte[BEFORE + message.length + AFTER];
        System.arraycopy(LEFT, 0, all, 0, BEFORE);
        System.arraycopy(message, 0, all, BEFORE, message.length);
        System.arraycopy(RIGHT, 0, all, BEFORE + message.length, AFTER);
        return all;
    }
}
