// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/**
 * The clients as seen from a call: everything of {@link HubClients}, the caller and the others. Inject it into a hub, or
 * declare it as a parameter of a hub method; the rules of {@link HubCallerContext} hold. Thread-safe.
 */
public interface HubCallerClients extends HubClients {

    /**
     * The client that is calling.
     *
     * @return the proxy; never null
     */
    SingleClientProxy caller();

    /**
     * All clients of the hub but the caller.
     *
     * @return the proxy; never null
     */
    ClientProxy others();

    /**
     * The members of a group but the caller.
     *
     * @param groupName the group, not empty
     * @return the proxy; never null
     * @throws IllegalArgumentException when the name is empty
     */
    ClientProxy othersInGroup(String groupName);

    @Override
    <T> TypedHubCallerClients<T> typed(Class<T> clientType);
}
