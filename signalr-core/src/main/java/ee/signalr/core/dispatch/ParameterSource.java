// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.Disconnection;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import java.lang.reflect.Type;

/** Where the value of a parameter of a hub method comes from. */
public enum ParameterSource {
    /** The next argument that the client sent. */
    ARGUMENT,
    /** The server: the {@link HubCallerContext}. */
    CONTEXT,
    /** The server: the {@link HubCallerClients}. */
    CLIENTS,
    /** The server: the {@link Disconnection}, in a callback at the end of a connection. */
    DISCONNECTION;

    /** Where the value of a parameter of that type comes from; never null. */
    public static ParameterSource of(Type type) {
        if (type == HubCallerContext.class) {
            return CONTEXT;
        }
        if (type == HubCallerClients.class) {
            return CLIENTS;
        }
        return type == Disconnection.class ? DISCONNECTION : ARGUMENT;
    }
}
