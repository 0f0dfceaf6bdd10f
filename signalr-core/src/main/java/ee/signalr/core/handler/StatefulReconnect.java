// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.core.connection.Resumption;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.AckMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubMessageType;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.SequenceMessage;
import ee.signalr.core.transport.OutboundMessage;

/**
 * The hub side of stateful reconnect for one client: numbers what is received, drops what is received twice, and tells the client
 * once a second how far it has got. The client numbers its counted messages 1, 2, … without saying so. Input comes serially; the
 * sweep may come from another thread meanwhile.
 */
final class StatefulReconnect implements Resumption {

    /** The version of the handshake from which on a client speaks it. */
    static final int HANDSHAKE_VERSION = 2;

    private static final System.Logger LOG = System.getLogger(StatefulReconnect.class.getName());

    private final HubConnection hub;
    private final Runnable discardPartialInput;

    /** The number of the counted message that comes next, perhaps once more. */
    private long expected = 1;

    private boolean awaitingSequence;
    /** The highest number that has been received. */
    private volatile long received;
    /** The highest number of which the client has been told; one too low when it may not have heard of that. */
    private volatile long acknowledged;

    /**
     * Begins to count.
     *
     * @param discardPartialInput drops a message of which only a part has arrived
     */
    StatefulReconnect(HubConnection hub, Runnable discardPartialInput) {
        this.hub = hub;
        this.discardPartialInput = discardPartialInput;
    }

    // ---- what the connection asks

    @Override
    public OutboundMessage announcement(long number) {
        HubProtocol protocol = hub.protocol();
        return OutboundMessage.of(protocol.write(new SequenceMessage(number)), protocol.transferFormat());
    }

    @Override
    public void resumed() {
        discardPartialInput.run();
        awaitingSequence = true;
        // The last Ack may have been lost with the old carrier, and the client may be waiting for it.
        acknowledged = 0;
    }

    // ---- what the client says

    /** Whether a message is to be worked on: it is not one before the Sequence, and not one that has come before. */
    boolean accepts(HubMessage message) {
        if (awaitingSequence) {
            awaitingSequence = message.type() != HubMessageType.SEQUENCE;
            return !awaitingSequence || dropped(message, "before the Sequence");
        }
        if (!message.type().isCounted()) {
            return true;
        }
        long number = expected++;
        if (number <= received) {
            return dropped(message, "for the second time");
        }
        received = number;
        return true;
    }

    private boolean dropped(HubMessage message, String why) {
        LOG.log(System.Logger.Level.DEBUG, "Dropped: {0} on {1}, {2}", message.type(), hub, why);
        return false;
    }

    /**
     * The client goes on with the message of that number.
     *
     * @throws HubProtocolException when messages before it have not been received
     */
    void goOnWith(SequenceMessage sequence) {
        // Not compared to the expected number: the client may know, by an Ack of the carrier before, that more has
        // come.
        if (sequence.sequenceId() > received + 1) {
            throw HubProtocolException.invalidOperation("Sequence ID greater than amount of messages we've received.");
        }
        expected = sequence.sequenceId();
    }

    /** The client has received what was sent. */
    void confirmed(AckMessage ack) {
        hub.transportConnection().confirm(ack.sequenceId());
    }

    // ---- the sweep

    /** Tells the client how far the server has got, if that is news. */
    void acknowledge() {
        long highest = received;
        if (highest > acknowledged) {
            acknowledged = highest;
            hub.write(new AckMessage(highest));
        }
    }
}
