// SPDX-License-Identifier: Apache-2.0
package org.glassfish.microprofile.config;

import ee.signalr.cdi.config.FakeMicroProfile;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** Keeps one configuration for each class loader until it is released, as the one of GlassFish 8 does, whose package it is in: it hands out wrappers. */
public final class KeepingResolver extends ConfigProviderResolver {

    private final Map<ClassLoader, Config> kept = new IdentityHashMap<>();

    /** The class loaders that it keeps. */
    public List<ClassLoader> kept() {
        return new ArrayList<>(kept.keySet());
    }

    @Override
    public Config getConfig() {
        return getConfig(Thread.currentThread().getContextClassLoader());
    }

    @Override
    public Config getConfig(ClassLoader loader) {
        Config config = kept.computeIfAbsent(loader, asking -> FakeMicroProfile.of(Map.of()));
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (wrapper, method, arguments) -> method.invoke(config, arguments));
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
        kept.values().removeIf(candidate -> candidate == config);
    }
}
