// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import jakarta.websocket.MessageHandler;
import java.nio.ByteBuffer;

/** Takes parts of binary messages and passes copies on, because the buffer is the server's. Called serially. */
final class BinaryReceiver implements MessageHandler.Partial<ByteBuffer> {

    private final WebSocketTransport transport;

    BinaryReceiver(WebSocketTransport transport) {
        this.transport = transport;
    }

    @Override
    public void onMessage(ByteBuffer part, boolean last) {
        if (part.hasRemaining()) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            transport.received(bytes);
        }
    }
}
