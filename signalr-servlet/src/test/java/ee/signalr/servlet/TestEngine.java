// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import ee.signalr.core.EngineConfiguration;
import ee.signalr.core.EngineDefinition;
import ee.signalr.core.EngineDefinition.Hooks;
import ee.signalr.core.ProtocolSources;
import ee.signalr.core.RawHandlers;
import ee.signalr.core.SignalREngine;
import ee.signalr.core.config.CodeSettings;
import ee.signalr.core.config.Settings;
import ee.signalr.core.dispatch.HubActivation;
import ee.signalr.core.dispatch.HubActivator;
import ee.signalr.core.dispatch.HubCallbacks;
import ee.signalr.core.dispatch.HubCaller;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.protocol.json.JsonbHolder;
import ee.signalr.core.security.CallerSources;
import ee.signalr.core.security.SecurityRequirement;
import jakarta.json.bind.JsonbConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes engines with one hub, named {@code chat}, that nobody calls. */
final class TestEngine {

    private TestEngine() {}

    static SignalREngine at(String... paths) {
        return with(Settings.defaults(), paths);
    }

    static SignalREngine with(Settings code, String... paths) {
        HubDefinition hub = new HubDefinition(
                TestEngine.class, "chat", Arrays.asList(paths), List.of(), HubCallbacks.NONE, SecurityRequirement.NONE);
        return new SignalREngine(new EngineDefinition(
                List.of(hub),
                RawHandlers.NONE,
                new NoHubs(),
                new Hooks(connection -> Optional.empty(), List.of(), CallerSources.NONE),
                ProtocolSources.json(new JsonbHolder(new JsonbConfig())),
                EngineConfiguration.open(new CodeSettings(code, Map.of("chat", Settings.defaults())))));
    }

    /** Gives nobody a hub. */
    private static final class NoHubs implements HubActivator {

        @Override
        public HubActivation activate(Class<?> hubClass, HubCaller caller) {
            throw new AssertionError("Nobody calls");
        }

        @Override
        public void ended(HubCaller caller) {
            throw new AssertionError("Nobody calls");
        }
    }
}
