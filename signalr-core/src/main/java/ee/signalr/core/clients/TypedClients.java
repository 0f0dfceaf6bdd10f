// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.HubCallerClients;
import ee.signalr.TypedHubCallerClients;
import java.util.List;

/** Puts interfaces in front of clients. */
public final class TypedClients {

    private TypedClients() {}

    /**
     * The clients through an interface.
     *
     * @throws IllegalArgumentException when the interface is not valid
     */
    public static <T> TypedHubCallerClients<T> of(HubCallerClients clients, Class<T> clientType) {
        return new DefaultTypedHubCallerClients<>(clients, ClientInterface.of(clientType), null);
    }

    /** What is wrong with an interface, one sentence each; an immutable list, empty when all is well. */
    public static List<String> problems(Class<?> clientType) {
        return ClientInterfaceRules.check(clientType);
    }
}
