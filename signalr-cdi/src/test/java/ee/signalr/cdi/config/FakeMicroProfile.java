// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** MicroProfile Config with a few properties. What is put in place stays until it is removed. */
public final class FakeMicroProfile extends ConfigProviderResolver implements Config {

    private final Map<String, String> listed;
    private final Map<String, String> unlisted;

    private FakeMicroProfile(Map<String, String> listed, Map<String, String> unlisted) {
        this.listed = listed;
        this.unlisted = unlisted;
    }

    /** A configuration that is not put in place. */
    public static Config of(Map<String, String> properties) {
        return new FakeMicroProfile(properties, Map.of());
    }

    /** Puts a configuration in place. */
    public static void put(Map<String, String> properties) {
        put(properties, Map.of());
    }

    /** Puts a configuration in place that has some properties of which it tells only when asked, as environments do. */
    static void put(Map<String, String> listed, Map<String, String> unlisted) {
        ConfigProviderResolver.setInstance(new FakeMicroProfile(listed, unlisted));
    }

    /** Removes what is in place. */
    public static void remove() {
        ConfigProviderResolver.setInstance(null);
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return listed.keySet();
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        return Optional.ofNullable(listed.getOrDefault(name, unlisted.get(name)))
                .map(type::cast);
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @Override
    public Config getConfig() {
        return this;
    }

    @Override
    public Config getConfig(ClassLoader loader) {
        return this;
    }

    @Override
    public ConfigBuilder getBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void registerConfig(Config config, ClassLoader loader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void releaseConfig(Config config) {
        throw new UnsupportedOperationException();
    }
}
