// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.transport.OutboundMessage;

/**
 * What a handler contributes so that its client may come back on a new carrier. Given to {@link
 * TransportConnection#allowResume}. Thread-safe; no method may block.
 */
public interface Resumption {

    /**
     * The message that goes first on a new carrier.
     *
     * @param number the number of the counted message that follows, the first one having the number 1
     * @return the message; it is not counted itself
     */
    OutboundMessage announcement(long number);

    /**
     * The client has come back: what it had begun to say on the old carrier is void. Called serially with what it says,
     * before the first bytes of the new carrier.
     */
    void resumed();
}
