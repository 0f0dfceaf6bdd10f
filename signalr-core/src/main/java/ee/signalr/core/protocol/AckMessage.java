// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

/**
 * Stateful reconnect: all messages up to a number have been received.
 *
 * @param sequenceId the number of the last one
 */
public record AckMessage(long sequenceId) implements HubMessage {

    @Override
    public HubMessageType type() {
        return HubMessageType.ACK;
    }
}
