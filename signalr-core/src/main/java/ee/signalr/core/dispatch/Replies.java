// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.core.protocol.CompletionMessage;

/** Takes the answer to a call. Thread-safe. */
@FunctionalInterface
public interface Replies {

    /**
     * Sends an answer.
     *
     * @throws ee.signalr.HubEncodingException when its result cannot be written
     */
    void reply(CompletionMessage completion);
}
