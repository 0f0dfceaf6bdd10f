// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chat;

import java.util.concurrent.CompletionStage;

/** The methods of a chat's client. */
public interface ChatClient {

    /**
     * Shows a message.
     *
     * @param message the message
     */
    void receive(String message);

    /**
     * Asks the person at the client.
     *
     * @param question what to ask
     * @return the answer
     */
    CompletionStage<String> ask(String question);
}
