// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import ee.signalr.SignalRConfiguration;
import ee.signalr.cdi.config.CodeConfiguration;
import ee.signalr.cdi.config.ExternalConfiguration;
import ee.signalr.cdi.context.CdiHubActivator;
import ee.signalr.cdi.context.CurrentCall;
import ee.signalr.cdi.context.Messages;
import ee.signalr.cdi.definition.Definitions;
import ee.signalr.cdi.definition.HubDefinitionException;
import ee.signalr.cdi.definition.Problem;
import ee.signalr.cdi.definition.Rule;
import ee.signalr.core.EngineConfiguration;
import ee.signalr.core.EngineDefinition;
import ee.signalr.core.EngineDefinition.Hooks;
import ee.signalr.core.ProtocolSources;
import ee.signalr.core.RawHandlers;
import ee.signalr.core.SignalREngine;
import ee.signalr.core.config.CodeSettings;
import ee.signalr.core.config.ConfigurationException;
import ee.signalr.core.config.ConfigurationSource;
import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.protocol.json.JsonbDefaults;
import ee.signalr.core.protocol.json.JsonbHolder;
import ee.signalr.spi.UserIdProvider;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.json.bind.JsonbConfig;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the engine of a deployed application together. Confined to the deploying thread. */
final class EngineAssembly {

    private final BeanManager manager;
    private final Definitions definitions;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();

    EngineAssembly(BeanManager manager, Definitions definitions) {
        this.manager = manager;
        this.definitions = definitions;
    }

    /** Makes the engine; null when there are problems, for which see {@link #failure}. */
    @Nullable
    Application assemble(DiscoveredBeans beans, CurrentCall current) {
        CodeSettings code = configure();
        JsonbHolder jsonb = new JsonbHolder(jsonbConfig());
        FoundProtocols protocols = protocols(jsonb);
        EngineConfiguration configuration = configuration(code, protocols.sources());
        FoundBean<UserIdProvider> userIds = userIds(beans);
        FoundCallers callers = callers(beans);
        CallHooks hooks = hooks(beans);
        if (!problems.isEmpty()) {
            userIds.close();
            callers.close();
            protocols.close();
            hooks.close();
            return null;
        }
        prepare(jsonb);
        try {
            CdiHubActivator activator = CdiHubActivator.create(
                    manager, beans.hubBeans(), current, Thread.currentThread().getContextClassLoader());
            UserIdProvider provider = userIds.reference()
                    .map(activator::withContexts)
                    .orElse(caller -> caller.principal().map(Principal::getName));
            RawHandlers raw = new RawHandlers(definitions.connectionHandlers(), activator.connectionHandlers());
            SignalREngine engine = new SignalREngine(new EngineDefinition(
                    hooks.hubs(),
                    raw,
                    activator,
                    new Hooks(provider, hooks.filters(), callers.sources()),
                    protocols.sources(),
                    configuration));
            return new Application(engine, activator, userIds, callers, protocols, hooks);
        } catch (RuntimeException failure) {
            report(failure, Problem.of(Rule.ENGINE, failure));
            return null;
        }
    }

    private CallHooks hooks(DiscoveredBeans beans) {
        CallHooks found = CallHooks.find(manager, beans.filters(), definitions.hubs());
        problems.addAll(found.problems());
        causes.addAll(found.causes());
        return found;
    }

    /** What is wrong; never null. */
    HubDefinitionException failure() {
        HubDefinitionException failure = new HubDefinitionException(problems);
        causes.forEach(failure::addSuppressed);
        return failure;
    }

    private void report(Throwable cause, Problem problem) {
        causes.add(cause);
        problems.add(problem);
    }

    private CodeSettings configure() {
        CodeConfiguration code = new CodeConfiguration(definitions.hubs(), definitions.connectionHandlers());
        try {
            manager.getEvent().select(SignalRConfiguration.class).fire(code);
        } catch (RuntimeException failure) {
            report(failure, Problem.of(Rule.CONFIGURATION_OBSERVER, failure));
        }
        return code.settings();
    }

    /** Where the server has no MicroProfile Config, what is configured is known only at start. */
    private EngineConfiguration configuration(CodeSettings code, ProtocolSources protocols) {
        try {
            ConfigurationSource source = ExternalConfiguration.find(
                            definitions.hubs().stream().map(HubDefinition::name).toList(),
                            definitions.connectionHandlers().stream()
                                    .map(ConnectionHandlerDefinition::name)
                                    .toList())
                    .orElse(null);
            if (source != null) {
                return EngineConfiguration.resolved(code, source, protocols.names());
            }
        } catch (ConfigurationException invalid) {
            problems.add(Problem.of(Rule.CONFIGURATION, String.valueOf(invalid.getMessage())));
        } catch (RuntimeException failure) {
            report(failure, Problem.of(Rule.CONFIGURATION, failure));
        }
        return EngineConfiguration.open(code);
    }

    private JsonbConfig jsonbConfig() {
        try (FoundBean<JsonbConfig> own = FoundBean.of(manager, JsonbConfig.class)) {
            return own.reference().map(JsonbDefaults::config).orElseGet(JsonbDefaults::config);
        } catch (AmbiguousResolutionException several) {
            report(
                    several,
                    Problem.of(
                            Rule.SEVERAL_JSONB_CONFIGS,
                            DiscoveredBeans.classNames(manager.getBeans(JsonbConfig.class))));
            return JsonbDefaults.config();
        }
    }

    /** Asked for once, now: implementations are found by the class loader of the first thread that asks. */
    private static void prepare(JsonbHolder jsonb) {
        try {
            jsonb.get();
        } catch (RuntimeException unavailable) {
            // Hubs that exchange plain values do without.
            Messages.noJsonb(unavailable);
        }
    }

    private FoundProtocols protocols(JsonbHolder jsonb) {
        FoundProtocols found = FoundProtocols.find(manager, jsonb);
        problems.addAll(found.problems());
        causes.addAll(found.causes());
        return found;
    }

    private FoundBean<UserIdProvider> userIds(DiscoveredBeans beans) {
        try {
            return beans.userIdProviders().find(manager);
        } catch (AmbiguousResolutionException several) {
            report(several, beans.userIdProviders().several());
            return FoundBean.none();
        }
    }

    private FoundCallers callers(DiscoveredBeans beans) {
        FoundCallers found = FoundCallers.find(manager, beans.tokenAuthenticators(), definitions.protection());
        problems.addAll(found.problems());
        causes.addAll(found.causes());
        return found;
    }
}
