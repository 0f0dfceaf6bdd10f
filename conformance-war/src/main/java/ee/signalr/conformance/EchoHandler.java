// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import ee.signalr.ConnectionContext;
import ee.signalr.ConnectionHandler;
import ee.signalr.MapConnectionHandler;
import java.util.concurrent.CompletionStage;

/** A raw connection that answers with what it gets. Stateless. */
@MapConnectionHandler("/echo")
public class EchoHandler implements ConnectionHandler {

    @Override
    public CompletionStage<?> onReceived(ConnectionContext connection, byte[] bytes) {
        return connection.send(bytes);
    }
}
