// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import ee.signalr.HubConnections.Reconnect;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.InvocationMessage;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

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

    /**
     * Calls a method of one client and awaits the result.
     *
     * @return a stage of the result, completed on a thread that may run user code; fails with a {@link
     *     ee.signalr.ClientGoneException} when there is no such client or it disconnects, with a {@link ee.signalr.HubException}
     *     when it answers with an error, with what does not fit, or not in time, and with a {@link ee.signalr.SignalRException}
     *     when it owes too many results already; whoever gives the result up cancels the stage
     * @throws ee.signalr.HubEncodingException when an argument cannot be written
     */
    CompletionStage<@Nullable Object> invoke(String connectionId, ClientInvocation invocation);

    /**
     * A client has answered a call. Called for completions that end nothing else.
     *
     * @param connection who has answered, in whose protocol the result is
     * @return whether the answer was expected; when not, it is to be ignored
     * @throws ee.signalr.core.protocol.HubProtocolException when another client was asked; the connection is to be closed, and
     *     the call of the other is still pending
     */
    boolean setResult(HubConnection connection, CompletionMessage answer);

    /**
     * Ends connections.
     *
     * @param reconnect what their clients may do
     * @return completes when whoever has such connections has been told
     */
    CompletionStage<Void> close(Audience audience, Reconnect reconnect);

    /**
     * Gives all connections of a user other roles, and ends those that these do not let in.
     *
     * @param userId the user id
     * @return completes when whoever has such connections has been told
     */
    CompletionStage<Void> recheckRoles(String userId, Set<String> roles);

    /**
     * Looks after the time limits of results. Called about once a second.
     *
     * @param now nanoseconds, as {@link System#nanoTime}
     */
    void sweep(long now);

    /** Makes a connection a member of a group; nothing happens when there is no such connection. */
    CompletionStage<Void> addToGroup(String connectionId, String groupName);

    /** Ends a membership; nothing happens when there is none. */
    CompletionStage<Void> removeFromGroup(String connectionId, String groupName);
}
