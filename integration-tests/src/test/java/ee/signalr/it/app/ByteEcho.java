// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.ConnectionContext;
import ee.signalr.ConnectionHandler;
import ee.signalr.MapConnectionHandler;
import ee.signalr.SignalRConfiguration;
import ee.signalr.TransferFormat;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A binary raw connection that answers with what it gets, and speaks two sub-protocols. Stateless. */
@MapConnectionHandler(value = "/bytes", transferFormat = TransferFormat.BINARY)
public class ByteEcho implements ConnectionHandler {

    /** What it speaks. */
    static void configure(@Observes SignalRConfiguration configuration) {
        configuration.connectionHandler(ByteEcho.class).webSocketSubProtocols(List.of("bytes.v2", "bytes.v1"));
    }

    @Override
    public CompletionStage<?> onReceived(ConnectionContext connection, byte[] bytes) {
        return connection.send(bytes);
    }
}
