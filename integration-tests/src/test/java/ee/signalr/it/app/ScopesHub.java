// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import jakarta.inject.Inject;
import java.util.List;

/** A hub that uses beans of the scopes of a call and of a connection. One instance per call. */
@Hub("/scopes")
public class ScopesHub {

    @Inject
    HubCallerContext context;

    @Inject
    RequestNote request;

    @Inject
    ConnectionNote connection;

    @Inject
    Trail trail;

    @OnConnected
    void connected() {
        note("connected");
    }

    @OnDisconnected
    void disconnected() {
        note("disconnected");
    }

    private void note(String step) {
        trail.add(context.connectionId(), step + " " + inRequest() + " " + inConnection());
    }

    /** Counts twice in the scope of the request. */
    public int inRequest() {
        request.write();
        return request.write();
    }

    /** Counts in the scope of the connection. */
    public int inConnection() {
        return connection.write(context.connectionId());
    }

    /** What was done for a connection. */
    public List<String> trailOf(String connectionId) {
        return trail.of(connectionId);
    }
}
