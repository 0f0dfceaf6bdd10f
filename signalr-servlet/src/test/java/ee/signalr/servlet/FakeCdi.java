// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import ee.signalr.core.SignalREngine;
import ee.signalr.servlet.fakes.Fake;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.CDIProvider;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The CDI of the tests of this package: not there, or there without or with an engine. For one test at a time. */
final class FakeCdi extends CDI<Object> {

    private static final AtomicReference<@Nullable FakeCdi> CURRENT = new AtomicReference<>();

    private final @Nullable SignalREngine engine;

    private FakeCdi(@Nullable SignalREngine engine) {
        this.engine = engine;
    }

    /** From now on there is no CDI. */
    static void absent() {
        install(null);
    }

    /** From now on there is CDI, in an application without hubs. */
    static void withoutEngine() {
        install(new FakeCdi(null));
    }

    /** From now on there is CDI, and the engine is a bean. */
    static void with(SignalREngine engine) {
        install(new FakeCdi(engine));
    }

    private static void install(@Nullable FakeCdi cdi) {
        CURRENT.set(cdi);
        CDI.setCDIProvider(new CDIProvider() {
            @Override
            public CDI<Object> getCDI() {
                FakeCdi current = CURRENT.get();
                if (current == null) {
                    throw new IllegalStateException("No CDI container started");
                }
                return current;
            }
        });
    }

    @Override
    public <U> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        @SuppressWarnings("unchecked") // the engine is the only type that anybody selects
        Instance<U> selected = Fake.of(Instance.class)
                .on("isResolvable", call -> engine != null)
                .on("get", call -> engine)
                .make();
        return selected;
    }

    @Override
    public Instance<Object> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BeanManager getBeanManager() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BeanContainer getBeanContainer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnsatisfied() {
        return false;
    }

    @Override
    public boolean isAmbiguous() {
        return false;
    }

    @Override
    public void destroy(Object instance) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Handle<Object> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<Handle<Object>> handles() {
        return List.of();
    }

    @Override
    public Object get() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<Object> iterator() {
        throw new UnsupportedOperationException();
    }
}
