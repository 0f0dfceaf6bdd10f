// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.CancellationToken;
import ee.signalr.Disconnection;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.core.streaming.StreamType;
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
    DISCONNECTION,
    /** The server: the {@link CancellationToken} of the call. */
    CANCELLATION,
    /** The client, item by item: one of its streams. */
    UPLOAD;

    /** Where the value of a parameter of that type comes from; never null. */
    public static ParameterSource of(Type type) {
        if (type == HubCallerContext.class) {
            return CONTEXT;
        }
        if (type == HubCallerClients.class) {
            return CLIENTS;
        }
        if (type == CancellationToken.class) {
            return CANCELLATION;
        }
        if (type == Disconnection.class) {
            return DISCONNECTION;
        }
        return StreamType.of(type).isPresent() ? UPLOAD : ARGUMENT;
    }
}
