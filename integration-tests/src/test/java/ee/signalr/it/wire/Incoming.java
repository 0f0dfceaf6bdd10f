// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.wire;

import java.nio.charset.StandardCharsets;

/** What a WebSocket received. */
public sealed interface Incoming {

    /**
     * A message.
     *
     * @param binary whether it came in binary frames
     * @param bytes its bytes
     */
    record Message(boolean binary, byte[] bytes) implements Incoming {

        /** The message as text. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /**
     * The end.
     *
     * @param code the close code, or 1006 when the connection ended without a close frame
     * @param reason the reason in the close frame
     */
    record Closed(int code, String reason) implements Incoming {}
}
