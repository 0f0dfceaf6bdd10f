// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Upgrades on Tyrus, which GlassFish and Payara bring. Tyrus takes no notice of the configuration that an upgrade comes with, except
 * for its path: it looks for an endpoint that was registered there while the application started, and if there is none it answers
 * an empty 200. So there is one such endpoint for each list of sub-protocols, and each upgrade goes to a path of its own below it.
 *
 * <p>These paths can be asked for from outside, past whatever protects the path of a hub. Therefore {@link
 * BridgeEndpointConfig} refuses who comes from there, with 403; and they end with the ids of {@link PendingUpgrades}, without a good
 * one of which {@link BridgeEndpoint} closes with 1008. Thread-safe.
 */
public final class TyrusBridge implements ServerUpgrade {

    static final String VARIABLE = "upgrade";

    private static final String ATTRIBUTE = TyrusBridge.class.getName();
    private static final String CONTAINER = "org.glassfish.tyrus.";
    private static final String PATH = "/ee.signalr.upgrade/";

    private final ServerContainer container;
    private final PendingUpgrades pending;
    private final Set<Thread> upgrading = ConcurrentHashMap.newKeySet();
    private final Map<List<String>, HubEndpointConfig> registered = new HashMap<>();

    TyrusBridge(ServerContainer container, PendingUpgrades pending) {
        this.container = container;
        this.pending = pending;
    }

    /**
     * Registers what upgrades need, if the server is one that needs it. Has to be called while the listeners of the context are told
     * that it is initialized: earlier there is no such container, and later it takes no endpoints. More than once does no harm.
     *
     * @param subProtocols the lists of sub-protocols of all endpoints
     */
    public static void prepare(ServletContext context, Collection<List<String>> subProtocols) throws ServletException {
        Object container = context.getAttribute(WebSocketUpgrader.CONTAINER);
        if (container != null && isNeeded(container.getClass().getName()) && context.getAttribute(ATTRIBUTE) == null) {
            TyrusFrames.tell(context, container);
            TyrusBridge bridge = new TyrusBridge((ServerContainer) container, new PendingUpgrades(System::nanoTime));
            try {
                bridge.register(subProtocols);
            } catch (DeploymentException refused) {
                throw new ServletException(refused);
            }
            context.setAttribute(ATTRIBUTE, bridge);
        }
    }

    /** Whether a server needs it, by the name of the class that implements its WebSockets. */
    static boolean isNeeded(String container) {
        return container.startsWith(CONTAINER);
    }

    /** The way to upgrade in an application: over the bridge where it has been prepared, and as specified elsewhere. */
    static ServerUpgrade of(ServletContext context, ServerContainer container) {
        return context.getAttribute(ATTRIBUTE) instanceof TyrusBridge bridge
                ? bridge
                : ServerUpgrade.standard(container);
    }

    void register(Collection<List<String>> subProtocols) throws DeploymentException {
        BridgeEndpoint endpoint = new BridgeEndpoint(pending);
        for (List<String> list : subProtocols) {
            if (!registered.containsKey(list)) {
                String path = PATH + registered.size() + "/{" + VARIABLE + "}";
                HubEndpointConfig config = new BridgeEndpointConfig(path, endpoint, list, upgrading);
                container.addEndpoint(config);
                registered.put(list, config);
            }
        }
    }

    @Override
    public void upgrade(
            HttpServletRequest request, HttpServletResponse response, HubEndpoint endpoint, List<String> subProtocols)
            throws IOException, DeploymentException {
        HubEndpointConfig config = registered.get(subProtocols);
        if (config == null) {
            throw new DeploymentException("No endpoint for the sub-protocols " + subProtocols);
        }
        String id = pending.add(endpoint);
        boolean upgraded = false;
        upgrading.add(Thread.currentThread());
        try {
            container.upgradeHttpToWebSocket(request, response, config, Map.of(VARIABLE, id));
            upgraded = response.getStatus() == HttpServletResponse.SC_SWITCHING_PROTOCOLS;
        } finally {
            upgrading.remove(Thread.currentThread());
            if (!upgraded) {
                // Tyrus has answered the request itself, for example because a header of the handshake is missing.
                pending.take(id).ifPresent(HubEndpoint::neverOpened);
            }
        }
    }
}
