// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.concurrent.CompletionStage;

/**
 * Puts connections of one hub into named groups. Injected into a hub it belongs to that hub; elsewhere it comes from
 * {@link HubContext#groups()}. Thread-safe.
 *
 * <p>A group exists while it has members; names compare exactly. A connection leaves its groups when it ends and is in
 * none when the client has reconnected. There is deliberately no way to list groups or members, which would not scale out.
 */
public interface GroupManager {

    /**
     * Makes a connection a member of a group. Adding a member again, or a connection that does not exist, does nothing.
     *
     * @param connectionId the connection
     * @param groupName the group, not empty
     * @return a stage that has completed when messages to the group reach the connection; never null. It fails with a {@link
     *     SignalRException} when the connection is in as many groups as it may be, or the name is too long ({@link
     *     HubOptions#maximumGroupsPerConnection}, {@link HubOptions#maximumGroupNameLength})
     * @throws IllegalArgumentException when the name is empty
     */
    CompletionStage<Void> add(String connectionId, String groupName);

    /**
     * Ends a membership. Removing what is not a member does nothing.
     *
     * @param connectionId the connection
     * @param groupName the group, not empty
     * @return a stage that has completed when messages to the group do not reach the connection any more; never null
     * @throws IllegalArgumentException when the name is empty
     */
    CompletionStage<Void> remove(String connectionId, String groupName);
}
