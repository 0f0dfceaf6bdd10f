// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.time.Duration;

/**
 * The clients as seen from a call, through an interface that describes them: everything of {@link TypedHubClients}, the caller
 * and the others. Inject it into a hub, and the interface is verified at deployment; or get it from {@link
 * HubCallerClients#typed}. The rules of {@link HubCallerContext} hold. Thread-safe.
 *
 * @param <T> the interface
 */
public interface TypedHubCallerClients<T> extends TypedHubClients<T> {

    /**
     * The client that is calling. It can be asked for a result.
     *
     * @return its methods; never null
     */
    T caller();

    /**
     * All clients of the hub but the caller.
     *
     * @return their methods; never null
     */
    T others();

    /**
     * The members of a group but the caller.
     *
     * @param groupName the group, not empty
     * @return their methods; never null
     * @throws IllegalArgumentException when the name is empty
     */
    T othersInGroup(String groupName);

    @Override
    TypedHubCallerClients<T> withTimeout(Duration timeout);
}
