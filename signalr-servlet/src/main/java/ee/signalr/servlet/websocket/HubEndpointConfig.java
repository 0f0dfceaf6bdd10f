// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one upgrade, and its configurator in one small object, because a server keeps both as long as the
 * WebSocket lives. No extension is ever agreed on; who may connect has been decided before. Thread-safe.
 */
class HubEndpointConfig extends ServerEndpointConfig.Configurator implements ServerEndpointConfig {

    private final String path;
    private final Endpoint endpoint;
    private final List<String> subProtocols;
    private @Nullable Map<String, Object> userProperties;

    /**
     * Makes it.
     *
     * @param subProtocols what the server speaks, in order of preference; immutable
     */
    HubEndpointConfig(String path, Endpoint endpoint, List<String> subProtocols) {
        this.path = path.isEmpty() ? "/" : path;
        this.endpoint = endpoint;
        this.subProtocols = subProtocols;
    }

    // ---- configuration

    @Override
    public Class<?> getEndpointClass() {
        return endpoint.getClass();
    }

    @Override
    public String getPath() {
        return path;
    }

    @Override
    public List<String> getSubprotocols() {
        return subProtocols;
    }

    @Override
    public List<Extension> getExtensions() {
        return List.of();
    }

    @Override
    public ServerEndpointConfig.Configurator getConfigurator() {
        return this;
    }

    @Override
    public List<Class<? extends Encoder>> getEncoders() {
        return List.of();
    }

    @Override
    public List<Class<? extends Decoder>> getDecoders() {
        return List.of();
    }

    /** A map of the server's own; made when it is asked for, which happens before the WebSocket is open. */
    @Override
    public Map<String, Object> getUserProperties() {
        Map<String, Object> made = userProperties;
        if (made == null) {
            made = new ConcurrentHashMap<>(2);
            userProperties = made;
        }
        return made;
    }

    // ---- configurator

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return subProtocols.stream().filter(requested::contains).findFirst().orElse("");
    }

    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return List.of();
    }

    @Override
    public boolean checkOrigin(String originHeaderValue) {
        return true;
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        // The answer is the server's.
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(endpoint);
    }
}
