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

    private final ConfigurationSource source;
    private final Map<String, SettingsBuilder> configuredHubs = new HashMap<>();
    private final SettingsBuilder configured = new SettingsBuilder();
    private final List<String> problems = new ArrayList<>();

    private SettingsResolver(ConfigurationSource source) {
        this.source = source;
    }

    /**
     * Resolves the settings.
     *
     * @param source what is configured
     * @param code what code has set for all hubs and the application
     * @param hubCode what code has set for single hubs, by name of hub; has an entry for every hub
     * @param protocols the names of the hub protocols that there are, in a set that ignores case
     * @throws ConfigurationException when anything is wrong
     */
    public static ApplicationSettings resolve(
            ConfigurationSource source, Settings code, Map<String, Settings> hubCode, Set<String> protocols) {
        SettingsResolver resolver = new SettingsResolver(source);
        resolver.read(hubCode);
        ApplicationSettings resolved = resolver.combine(code, hubCode);
        resolver.checkProtocols(resolved.hubs(), protocols);
        if (!resolver.problems.isEmpty()) {
            throw new ConfigurationException(resolver.problems);
        }
        return resolved;
    }

    private void read(Map<String, Settings> hubs) {
        // In order of names, so that the same mistakes are always reported in the same way.
        for (String name : new TreeSet<>(source.names())) {
            if (name.startsWith(HUB_PREFIX)) {
                readHubOption(name, hubs);
            } else if (name.startsWith(PREFIX)) {
                String option = name.substring(PREFIX.length());
                set(name, Options.option(option), configured);
            }
        }
    }

    private void readHubOption(String name, Map<String, Settings> hubs) {
        int dot = name.lastIndexOf('.');
        String hub = dot <= HUB_PREFIX.length() ? "" : name.substring(HUB_PREFIX.length(), dot);
        if (!hubs.containsKey(hub)) {
            reportUnknown(name + ": there is no hub '" + hub + "'");
            return;
        }
        SettingsBuilder builder = configuredHubs.computeIfAbsent(hub, any -> new SettingsBuilder());
        set(name, Options.hubOption(name.substring(dot + 1)), builder);
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

    private ApplicationSettings combine(Settings code, Map<String, Settings> hubCode) {
        Settings common = configured.build().overlaidWith(code);
        Map<String, Settings> hubs = new HashMap<>();
        new TreeMap<>(hubCode).forEach((hub, ownCode) -> {
            SettingsBuilder own = configuredHubs.getOrDefault(hub, new SettingsBuilder());
            Settings settings = common.overlaidWith(own.build()).overlaidWith(ownCode);
            // Per hub only: options for all that do not fit together may do so with those of each single one.
            settings.conflicts().forEach(conflict -> problems.add("hub '" + hub + "': " + conflict));
            hubs.put(hub, settings);
        });
        return new ApplicationSettings(common, hubs);
    }
}
