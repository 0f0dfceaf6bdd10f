// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

/**
 * Stateful reconnect: the number of the message that is sent next.
 *
 * @param sequenceId the number
 */
public record SequenceMessage(long sequenceId) implements HubMessage {

    @Override
    public HubMessageType type() {
        return HubMessageType.SEQUENCE;
    }
}
