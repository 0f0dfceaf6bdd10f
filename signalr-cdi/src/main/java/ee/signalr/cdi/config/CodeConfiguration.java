// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.config;

import ee.signalr.ConnectionHandlerOptions;
import ee.signalr.EnumStyle;
import ee.signalr.HubOptions;
import ee.signalr.PropertyNaming;
import ee.signalr.SignalRConfiguration;
import ee.signalr.WebSocketSending;
import ee.signalr.core.config.CodeSettings;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.config.SettingsBuilder;
import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import ee.signalr.core.dispatch.HubDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Collects what observers of the configuration event set. Not thread-safe. */
public final class CodeConfiguration implements SignalRConfiguration {

    private final SettingsBuilder common = new SettingsBuilder();
    private final Map<Class<?>, SettingsBuilder> hubs = new HashMap<>();
    private final Map<Class<?>, SettingsBuilder> handlers = new HashMap<>();
    private final Map<String, SettingsBuilder> hubsByName = new HashMap<>();
    private final Map<String, SettingsBuilder> handlersByName = new HashMap<>();

    /** Makes a configuration of these hubs and connection handlers in which nothing is set. */
    public CodeConfiguration(
            Collection<HubDefinition> hubs, Collection<ConnectionHandlerDefinition> connectionHandlers) {
        hubs.forEach(hub -> {
            SettingsBuilder own = new SettingsBuilder();
            this.hubs.put(hub.hubClass(), own);
            hubsByName.put(hub.name(), own);
        });
        connectionHandlers.forEach(handler -> {
            SettingsBuilder own = new SettingsBuilder();
            handlers.put(handler.handlerClass(), own);
            handlersByName.put(handler.name(), own);
        });
    }

    /** What has been set; never null. */
    public CodeSettings settings() {
        return new CodeSettings(common.build(), build(hubsByName), build(handlersByName));
    }

    private static Map<String, Settings> build(Map<String, SettingsBuilder> byName) {
        Map<String, Settings> built = new HashMap<>();
        byName.forEach((name, own) -> built.put(name, own.build()));
        return built;
    }

    @Override
    public HubOptions allHubs() {
        return common;
    }

    @Override
    public HubOptions hub(Class<?> hubClass) {
        SettingsBuilder own = hubs.get(hubClass);
        if (own == null) {
            throw new IllegalArgumentException(hubClass.getName() + " is not a hub of this application");
        }
        return own;
    }

    @Override
    public ConnectionHandlerOptions connectionHandler(Class<?> handlerClass) {
        SettingsBuilder own = handlers.get(handlerClass);
        if (own == null) {
            throw new IllegalArgumentException(
                    handlerClass.getName() + " is not a connection handler of this application");
        }
        return own;
    }

    @Override
    public SignalRConfiguration caseInsensitivePaths(boolean ignored) {
        common.set(Options.CASE_INSENSITIVE_PATHS, ignored);
        return this;
    }

    @Override
    public SignalRConfiguration maximumThreads(int threads) {
        common.set(Options.MAXIMUM_THREADS, threads);
        return this;
    }

    @Override
    public SignalRConfiguration webSocketMaxFrameSize(int bytes) {
        common.set(Options.WEBSOCKET_MAX_FRAME_SIZE, bytes);
        return this;
    }

    @Override
    public SignalRConfiguration webSocketSending(WebSocketSending sending) {
        common.set(Options.WEBSOCKET_SENDING, sending);
        return this;
    }

    @Override
    public SignalRConfiguration jsonEnums(EnumStyle style) {
        common.set(Options.JSON_ENUMS, style);
        return this;
    }

    @Override
    public SignalRConfiguration messagePackPropertyNaming(PropertyNaming naming) {
        common.set(Options.MESSAGEPACK_PROPERTY_NAMING, naming);
        return this;
    }
}
