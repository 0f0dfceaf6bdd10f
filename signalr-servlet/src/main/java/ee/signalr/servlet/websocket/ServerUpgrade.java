// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How a server turns a request into a WebSocket. Thread-safe. */
@FunctionalInterface
interface ServerUpgrade {

    /**
     * Answers the request with the upgrade.
     *
     * @param endpoint what the WebSocket is for
     * @param subProtocols what the server speaks, in order of preference; immutable
     */
    void upgrade(
            HttpServletRequest request, HttpServletResponse response, HubEndpoint endpoint, List<String> subProtocols)
            throws IOException, DeploymentException;

    /** The way that the specification describes. It works everywhere but on Tyrus, which has {@link TyrusBridge}. */
    static ServerUpgrade standard(ServerContainer container) {
        return (request, response, endpoint, subProtocols) -> {
            HubEndpointConfig config = new HubEndpointConfig(request.getServletPath(), endpoint, subProtocols);
            container.upgradeHttpToWebSocket(request, response, config, Map.of());
        };
    }
}
