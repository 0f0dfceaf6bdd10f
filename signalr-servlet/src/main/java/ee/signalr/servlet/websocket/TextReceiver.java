// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import jakarta.websocket.MessageHandler;
import java.nio.charset.StandardCharsets;

/**
 * Takes parts of text messages and passes them on as UTF-8. A server may cut a message between the two halves of a surrogate
 * pair; the first half then waits for the second. Called serially.
 */
final class TextReceiver implements MessageHandler.Partial<String> {

    private static final char NONE = 0;

    private final WebSocketTransport transport;
    private char held = NONE;

    TextReceiver(WebSocketTransport transport) {
        this.transport = transport;
    }

    @Override
    public void onMessage(String part, boolean last) {
        String text = held == NONE ? part : held + part;
        held = NONE;
        int end = text.length();
        if (end > 0 && !last && Character.isHighSurrogate(text.charAt(end - 1))) {
            held = text.charAt(end - 1);
            text = text.substring(0, end - 1);
        }
        if (!text.isEmpty()) {
            transport.received(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
