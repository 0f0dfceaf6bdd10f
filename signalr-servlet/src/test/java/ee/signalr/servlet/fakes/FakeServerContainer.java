// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.fakes;

import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.ArrayList;
import java.util.List;

/** The WebSockets of a server: keeps what requests were upgraded with. For one thread at a time. */
public final class FakeServerContainer {

    private final List<ServerEndpointConfig> upgrades = new ArrayList<>();
    private boolean refusing;

    private final ServerContainer container = Fake.of(ServerContainer.class)
            .on("upgradeHttpToWebSocket", call -> {
                if (refusing) {
                    throw new DeploymentException("refused");
                }
                upgrades.add((ServerEndpointConfig) call[2]);
                return null;
            })
            .make();

    /** A servlet context with these WebSockets. */
    public ServletContext context() {
        return Fake.of(ServletContext.class)
                .on("getAttribute", call -> String.valueOf(call[0]).endsWith(".ServerContainer") ? container : null)
                .make();
    }

    public ServerContainer container() {
        return container;
    }

    public FakeServerContainer refusing() {
        refusing = true;
        return this;
    }

    public List<ServerEndpointConfig> upgrades() {
        return upgrades;
    }

    /** Opens the WebSocket of the last upgrade. */
    public FakeWebSocket open() {
        return new FakeWebSocket().open(upgrades.get(upgrades.size() - 1));
    }
}
