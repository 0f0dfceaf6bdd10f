// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.InvocationMessage;
import java.util.concurrent.CompletionStage;

/**
 * Knows who is connected to one hub and brings messages to them. It exists so that scale-out can replace the one in memory.
 * Thread-safe; no method blocks.
 */
public interface HubLifetimeManager {

    /** A client has connected. The stage completes when messages reach it. */
    CompletionStage<Void> connected(HubConnection connection);

    /** A client has gone: it leaves all groups. */
    CompletionStage<Void> disconnected(HubConnection connection);

    /**
     * Sends a message.
     *
     * @return a stage that completes when the only addressee has room again, at once for many
     * @throws ee.signalr.HubEncodingException when an argument cannot be written
     */
    CompletionStage<Void> send(Audience audience, InvocationMessage message);

    /** Makes a connection a member of a group; nothing happens when there is no such connection. */
    CompletionStage<Void> addToGroup(String connectionId, String groupName);

    /** Ends a membership; nothing happens when there is none. */
    CompletionStage<Void> removeFromGroup(String connectionId, String groupName);
}
