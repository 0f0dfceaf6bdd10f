// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chat;

import ee.signalr.SignalRConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The options of the chat. */
@ApplicationScoped
public class ChatOptions {

    /** Lets clients that ask for it come back over a new WebSocket without losing anything. */
    void configure(@Observes SignalRConfiguration configuration) {
        configuration.hub(ChatHub.class).allowStatefulReconnects(true);
    }
}
