// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import java.util.List;
import java.util.Set;

/**
 * The configuration of an endpoint of {@link TyrusBridge}. Lets in upgrades alone that the bridge has asked for: Tyrus looks at every
 * request for a WebSocket itself, and answers 403 where the check of the origin fails. It makes that check on the thread that asks
 * for the upgrade. Closing in {@code onOpen} would be too late: Payara 6 sends no Close frame then, and the socket stays open.
 * Thread-safe.
 */
final class BridgeEndpointConfig extends HubEndpointConfig {

    private final Set<Thread> upgrading;

    /**
     * Makes it.
     *
     * @param upgrading the threads on which the bridge is asking for an upgrade; may change
     */
    BridgeEndpointConfig(String path, BridgeEndpoint endpoint, List<String> subProtocols, Set<Thread> upgrading) {
        super(path, endpoint, subProtocols);
        this.upgrading = upgrading;
    }

    @Override
    public boolean checkOrigin(String originHeaderValue) {
        return upgrading.contains(Thread.currentThread());
    }
}
