// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.config;

import ee.signalr.core.config.ConfigurationSource;
import ee.signalr.core.config.Option;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.SettingsResolver;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Options in MicroProfile Config. The only class that touches its API, and no other may have it in a signature: where the server
 * does not have the API, this class does not load. Thread-safe, as configurations are.
 */
final class MicroProfileConfiguration implements ConfigurationSource {

    private final Config config;
    private final Set<String> names;

    private MicroProfileConfiguration(Config config, Set<String> names) {
        this.config = config;
        this.names = Set.copyOf(names);
    }

    static ConfigurationSource current(Collection<String> hubs, Collection<String> handlers) {
        Config config = ConfigProvider.getConfig();
        Set<String> names = new HashSet<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(SettingsResolver.PREFIX)) {
                names.add(name);
            }
        }
        // Environment variables give values to names that they do not list, so these are asked for one by one.
        Options.ofApplication().forEach(option -> addIfSet(config, SettingsResolver.PREFIX, option, names));
        for (Option<?> option : Options.ofHubs()) {
            addIfSet(config, SettingsResolver.PREFIX, option, names);
            hubs.forEach(hub -> addIfSet(config, SettingsResolver.PREFIX + "hub." + hub + ".", option, names));
        }
        for (Option<?> option : Options.ofConnections()) {
            handlers.forEach(handler ->
                    addIfSet(config, SettingsResolver.PREFIX + "connection-handler." + handler + ".", option, names));
        }
        return new MicroProfileConfiguration(config, names);
    }

    private static void addIfSet(Config config, String prefix, Option<?> option, Set<String> names) {
        String name = prefix + option.name();
        if (config.getOptionalValue(name, String.class).isPresent()) {
            names.add(name);
        }
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class);
    }

    @Override
    public boolean isShared() {
        // System properties and environment variables are the whole server's.
        return true;
    }
}
