// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.test;

import ee.signalr.cdi.SignalRExtension;
import ee.signalr.core.EngineEnvironment;
import ee.signalr.core.SignalREngine;
import ee.signalr.core.config.ConfigurationSource;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.security.CallerIdentity;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * An application of some classes, deployed in Java SE with a class loader of its own, which the testing thread has until the
 * application is closed. Its engine starts when it is first asked for.
 */
public final class TestApplication implements AutoCloseable {

    private final ClassLoader outer = Thread.currentThread().getContextClassLoader();
    private final ClassLoader loader = new URLClassLoader("application", new URL[0], outer);
    private final SeContainer container;

    private TestApplication(List<Extension> extensions, Class<?>... classes) {
        Thread.currentThread().setContextClassLoader(loader);
        SeContainer started = null;
        try {
            started = SeContainerInitializer.newInstance()
                    .disableDiscovery()
                    .addExtensions(new SignalRExtension())
                    .addExtensions(extensions.toArray(Extension[]::new))
                    .addBeanClasses(classes)
                    .initialize();
        } finally {
            if (started == null) {
                Thread.currentThread().setContextClassLoader(outer);
            }
        }
        this.container = started;
    }

    /** Deploys an application; throws what the deployment throws. */
    public static TestApplication of(Class<?>... classes) {
        return of(List.of(), classes);
    }

    /** Deploys an application with extensions of its own. */
    public static TestApplication of(List<Extension> extensions, Class<?>... classes) {
        return new TestApplication(extensions, classes);
    }

    /** A bean of the application. */
    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /** Its class loader. */
    public ClassLoader loader() {
        return loader;
    }

    /** The container. */
    public SeContainer container() {
        return container;
    }

    /** The bean manager of the application. */
    public BeanManager beanManager() {
        return container.getBeanManager();
    }

    /** The engine, started. */
    public SignalREngine engine() {
        SignalREngine engine = get(SignalREngine.class);
        engine.start(new EngineEnvironment(new Unconfigured(), daemons()));
        return engine;
    }

    /** Connects a client to the only hub. */
    public TestClient connect() {
        return connect(0);
    }

    /** Connects a client to the only hub, in a protocol that is JSON under another name. */
    public TestClient connect(String protocol) {
        return TestClient.connect(engine(), 0, protocol);
    }

    /** Connects a client to a hub, by its place in the order of class names. */
    public TestClient connect(int hub) {
        return TestClient.connect(engine(), hub, "json");
    }

    /** Connects a client of somebody to a hub, by its name. */
    public TestClient connect(String hub, CallerIdentity caller) {
        SignalREngine engine = engine();
        ConnectionEndpoint endpoint = engine.endpoints().stream()
                .filter(each -> each.name().equals(hub))
                .findFirst()
                .orElseThrow();
        return TestClient.connect(engine, endpoint, caller, "json");
    }

    @Override
    public void close() {
        try {
            if (container.isRunning()) {
                container.close();
            }
        } finally {
            Thread.currentThread().setContextClassLoader(outer);
        }
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Nothing is configured. */
    private static final class Unconfigured implements ConfigurationSource {

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public Optional<String> value(String name) {
            return Optional.empty();
        }
    }
}
