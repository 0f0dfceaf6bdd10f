// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.servlet.http.Caller.Standing;
import java.util.concurrent.Executor;

/** Notes who opens a transport, and by which request. Thread-safe. */
final class TransportOrigins {

    private final HubService service;

    TransportOrigins(HubService service) {
        this.service = service;
    }

    /** What is kept of a request that opens a transport. Called by the thread of the request. */
    TransportOrigin of(HubRequest asked) {
        return new TransportOrigin(asked.caller().identity(), RequestSnapshot.of(asked), context(asked));
    }

    /** The server has a context of a caller only where it has authenticated the caller itself. */
    Executor context(HubRequest asked) {
        return asked.caller().standing() == Standing.CONTAINER ? service.callerContext() : TransportOrigin.NO_CONTEXT;
    }
}
