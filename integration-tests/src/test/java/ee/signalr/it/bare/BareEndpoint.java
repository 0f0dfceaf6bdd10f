// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.bare;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Echoes. The container makes one instance per connection. */
@ServerEndpoint("/endpoint")
public class BareEndpoint {

    /** Answers with the same text. */
    @OnMessage
    public void echo(Session session, String text) throws IOException {
        session.getBasicRemote().sendText(text);
    }
}
