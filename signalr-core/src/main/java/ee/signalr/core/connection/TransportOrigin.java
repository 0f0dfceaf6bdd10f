// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.HttpRequestSnapshot;
import ee.signalr.core.security.CallerIdentity;
import java.util.concurrent.Executor;

/**
 * Who opened the transport of a connection, and by which request.
 *
 * @param caller who it is
 * @param request the request
 * @param callerContext runs tasks on the thread that calls it, with what the server itself knows of the caller; {@link #NO_CONTEXT}
 *     where it knows nothing
 */
public record TransportOrigin(CallerIdentity caller, HttpRequestSnapshot request, Executor callerContext) {

    /** Runs tasks as they are. */
    public static final Executor NO_CONTEXT = Runnable::run;
}
