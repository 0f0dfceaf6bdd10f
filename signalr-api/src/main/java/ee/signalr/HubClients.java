// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.Collection;

/**
 * Selects clients of one hub by connection, group or user. Selecting does nothing yet; {@link ClientProxy#send} does.
 *
 * <p>Thread-safe. Connection ids, group names and user ids compare exactly. Collections are copied when given. Nothing
 * can be said of clients that do not exist: addressing them sends nothing.
 */
public interface HubClients {

    /**
     * All clients of the hub.
     *
     * @return the proxy; never null
     */
    ClientProxy all();

    /**
     * All clients of the hub but some.
     *
     * @param excludedConnectionIds those left out
     * @return the proxy; never null
     */
    ClientProxy allExcept(Collection<String> excludedConnectionIds);

    /**
     * One client.
     *
     * @param connectionId its {@linkplain HubCallerContext#connectionId() connection id}
     * @return the proxy; never null
     */
    SingleClientProxy client(String connectionId);

    /**
     * Several clients. One that is named twice gets the message once.
     *
     * @param connectionIds their connection ids
     * @return the proxy; never null
     */
    ClientProxy clients(Collection<String> connectionIds);

    /**
     * The members of a group.
     *
     * @param groupName the group, not empty
     * @return the proxy; never null
     * @throws IllegalArgumentException when the name is empty
     */
    ClientProxy group(String groupName);

    /**
     * The members of several groups. A member of two of them gets the message twice, as in ASP.NET Core.
     *
     * @param groupNames the groups, none empty
     * @return the proxy; never null
     * @throws IllegalArgumentException when a name is empty
     */
    ClientProxy groups(Collection<String> groupNames);

    /**
     * The members of a group but some.
     *
     * @param groupName the group, not empty
     * @param excludedConnectionIds those left out
     * @return the proxy; never null
     * @throws IllegalArgumentException when the name is empty
     */
    ClientProxy groupExcept(String groupName, Collection<String> excludedConnectionIds);

    /**
     * All connections of a user.
     *
     * @param userId the {@linkplain HubCallerContext#userIdentifier() user id}
     * @return the proxy; never null
     */
    ClientProxy user(String userId);

    /**
     * All connections of several users.
     *
     * @param userIds the user ids
     * @return the proxy; never null
     */
    ClientProxy users(Collection<String> userIds);

    /**
     * The same selectors, by which the clients' methods are called through an interface that describes them. Cheap: what has to
     * be found out of an interface is found once.
     *
     * @param <T> the interface
     * @param clientType the interface; see {@link TypedHubClients} for what it may contain
     * @return the selectors; never null
     * @throws IllegalArgumentException when the interface is not valid, with all that is wrong with it
     */
    <T> TypedHubClients<T> typed(Class<T> clientType);
}
