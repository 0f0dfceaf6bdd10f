// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts together the settings of an application: defaults, then what is configured, then what code has set, each for all hubs
 * and then for the single one. Collects every problem before it reports.
 *
 * <p>Not thread-safe.
 */
public final class SettingsResolver {

    /** The prefix of every property. */
    public static final String PREFIX = "signalr.";

    private static final System.Logger LOG = System.getLogger(SettingsResolver.class.getName());

    private static final String HUB_PREFIX = PREFIX + "hub.";
    private static final String HANDLER_PREFIX = PREFIX + "connection-handler.";

    private final ConfigurationSource source;
    private final CodeSettings code;
    private final Map<String, SettingsBuilder> configuredHubs = new HashMap<>();
    private final Map<String, SettingsBuilder> configuredHandlers = new HashMap<>();
    private final SettingsBuilder configured = new SettingsBuilder();
    private final List<String> problems = new ArrayList<>();

    private SettingsResolver(ConfigurationSource source, CodeSettings code) {
        this.source = source;
        this.code = code;
    }

    /**
     * Resolves the settings.
     *
     * @param source what is configured
     * @param code what code has set
     * @param protocols the names of the hub protocols that there are, in a set that ignores case
     * @throws ConfigurationException when anything is wrong
     */
    public static ApplicationSettings resolve(ConfigurationSource source, CodeSettings code, Set<String> protocols) {
        SettingsResolver resolver = new SettingsResolver(source, code);
        resolver.read();
        ApplicationSettings resolved = resolver.combine();
        resolver.checkProtocols(resolved.hubs(), protocols);
        if (!resolver.problems.isEmpty()) {
            throw new ConfigurationException(resolver.problems);
        }
        return resolved;
    }

    private void read() {
        // In order of names, so that the same mistakes are always reported in the same way.
        for (String name : new TreeSet<>(source.names())) {
            if (name.startsWith(HUB_PREFIX)) {
                readHubOption(name);
            } else if (name.startsWith(HANDLER_PREFIX)) {
                readHandlerOption(name);
            } else if (name.startsWith(PREFIX)) {
                String option = name.substring(PREFIX.length());
                set(name, Options.option(option), configured);
            }
        }
    }

    private void readHubOption(String name) {
        String hub = owner(name, HUB_PREFIX);
        if (code.hubs().containsKey(hub)) {
            SettingsBuilder builder = configuredHubs.computeIfAbsent(hub, any -> new SettingsBuilder());
            set(name, Options.hubOption(optionName(name)), builder);
        } else {
            reportUnknown(name + ": there is no hub '" + hub + "'");
        }
    }

    private void readHandlerOption(String name) {
        String handler = owner(name, HANDLER_PREFIX);
        if (code.connectionHandlers().containsKey(handler)) {
            SettingsBuilder builder = configuredHandlers.computeIfAbsent(handler, any -> new SettingsBuilder());
            set(name, Options.connectionOption(optionName(name)), builder);
        } else {
            reportUnknown(name + ": there is no connection handler '" + handler + "'");
        }
    }

    /** Whose option it is. Names may have dots, options have none. */
    private static String owner(String name, String prefix) {
        int dot = name.lastIndexOf('.');
        return dot <= prefix.length() ? "" : name.substring(prefix.length(), dot);
    }

    private static String optionName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** A name of which nothing is known: a mistake, unless it may be meant for somebody else. */
    private void reportUnknown(String problem) {
        if (source.isShared()) {
            LOG.log(System.Logger.Level.WARNING, "SIGNALR-1022: " + problem);
        } else {
            problems.add(problem);
        }
    }

    private void set(String name, Optional<Option<?>> option, SettingsBuilder builder) {
        if (option.isEmpty()) {
            reportUnknown(name + ": there is no such option");
            return;
        }
        try {
            source.value(name).ifPresent(text -> builder.parse(option.get(), text));
        } catch (IllegalArgumentException unusable) {
            problems.add(name + ": " + unusable.getMessage());
        }
    }

    private void checkProtocols(Map<String, Settings> hubs, Set<String> known) {
        new TreeMap<>(hubs)
                .forEach((hub, settings) -> settings.get(Options.SUPPORTED_PROTOCOLS).stream()
                        .filter(name -> !known.contains(name))
                        .sorted()
                        .forEach(name -> problems.add("hub '" + hub + "': " + Options.SUPPORTED_PROTOCOLS.name()
                                + " has '" + name + "', but there are only " + known)));
    }

    private ApplicationSettings combine() {
        Settings common = configured.build().overlaidWith(code.common());
        Map<String, Settings> hubs = combine(common, configuredHubs, code.hubs());
        Map<String, Settings> handlers = combine(common, configuredHandlers, code.connectionHandlers());
        // Of single ones only: options for all that do not fit together may do so with those of each single one.
        new TreeMap<>(hubs).forEach((hub, own) -> report("hub '" + hub + "': ", own.conflicts()));
        new TreeMap<>(handlers)
                .forEach((handler, own) -> report("connection handler '" + handler + "': ", own.connectionConflicts()));
        return new ApplicationSettings(common, hubs, handlers);
    }

    private static Map<String, Settings> combine(
            Settings common, Map<String, SettingsBuilder> configured, Map<String, Settings> code) {
        Map<String, Settings> combined = new HashMap<>();
        code.forEach((name, ownCode) -> {
            SettingsBuilder own = configured.getOrDefault(name, new SettingsBuilder());
            combined.put(name, common.overlaidWith(own.build()).overlaidWith(ownCode));
        });
        return combined;
    }

    private void report(String owner, List<String> conflicts) {
        conflicts.forEach(conflict -> problems.add(owner + conflict));
    }
}
