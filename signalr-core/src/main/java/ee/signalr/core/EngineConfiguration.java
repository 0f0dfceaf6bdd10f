// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.core.config.ApplicationSettings;
import ee.signalr.core.config.CodeSettings;
import ee.signalr.core.config.ConfigurationSource;
import ee.signalr.core.config.SettingsResolver;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of an application, as far as its deployment knows them. Immutable.
 */
public final class EngineConfiguration {

    private final CodeSettings code;
    private final @Nullable ApplicationSettings resolved;
    private final @Nullable ConfigurationSource source;

    private EngineConfiguration(
            CodeSettings code, @Nullable ApplicationSettings resolved, @Nullable ConfigurationSource source) {
        this.code = code;
        this.resolved = resolved;
        this.source = source;
    }

    /** What is configured becomes known only when the engine starts. */
    public static EngineConfiguration open(CodeSettings code) {
        return new EngineConfiguration(code, null, null);
    }

    /**
     * All is known; what the server brings at the start does not count.
     *
     * @param protocols the names of the hub protocols that there are
     * @throws ee.signalr.core.config.ConfigurationException when anything is wrong
     */
    public static EngineConfiguration resolved(CodeSettings code, ConfigurationSource source, Set<String> protocols) {
        return new EngineConfiguration(code, SettingsResolver.resolve(source, code, protocols), source);
    }

    /**
     * Where properties that are not ours are configured.
     *
     * @param atStart what is configured, where the deployment did not know
     */
    ConfigurationSource source(ConfigurationSource atStart) {
        return source == null ? atStart : source;
    }

    /**
     * The options.
     *
     * @param atStart what is configured, where the deployment did not know
     * @param protocols the names of the hub protocols that there are
     * @throws ee.signalr.core.config.ConfigurationException when anything is wrong with that
     */
    ApplicationSettings settings(ConfigurationSource atStart, Set<String> protocols) {
        return resolved == null ? SettingsResolver.resolve(atStart, code, protocols) : resolved;
    }
}
