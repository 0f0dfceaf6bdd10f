// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Ends connections of a hub, or takes roles away from them, from outside the hub: when an account is locked, a session revoked, a
 * tenant moved. Nothing happens where there are no such connections. ASP.NET Core has no counterpart. Thread-safe; no method blocks.
 *
 * <p>Each stage completes when every server that has such connections has been told, which is not when the clients have gone.
 */
public interface HubConnections {

    /** What a client whose connection is closed may do. */
    enum Reconnect {
        /** It may reconnect automatically, and will if it is set up to. */
        ALLOWED,
        /** It is told not to reconnect automatically. */
        FORBIDDEN
    }

    /**
     * Closes one connection.
     *
     * @param connectionId the id, as told by {@link HubCallerContext#connectionId}
     * @param reconnect what its client may do
     * @return a stage; never null
     */
    CompletionStage<Void> close(String connectionId, Reconnect reconnect);

    /**
     * Closes all connections of a user.
     *
     * @param userId the id, as told by {@link HubCallerContext#userIdentifier}
     * @param reconnect what its clients may do
     * @return a stage; never null
     */
    CompletionStage<Void> closeUser(String userId, Reconnect reconnect);

    /**
     * Closes all connections that are in a group now.
     *
     * @param groupName the group
     * @param reconnect what its clients may do
     * @return a stage; never null
     */
    CompletionStage<Void> closeGroup(String groupName, Reconnect reconnect);

    /**
     * Checks the connections of a user again, with the roles that the user has now: later calls are checked against these, and
     * a connection that the hub's own annotations would not let in any more is closed, its client told not to reconnect
     * automatically. The roles that a later {@linkplain OnAuthenticationRefreshed refresh} brings replace them.
     *
     * @param userId the id, as told by {@link HubCallerContext#userIdentifier}
     * @param roles all roles of the user; none to leave none
     * @return a stage; never null
     */
    CompletionStage<Void> recheckRoles(String userId, Set<String> roles);
}
