// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.core.dispatch.HubActivation;
import ee.signalr.core.dispatch.HubActivator;
import ee.signalr.core.dispatch.HubCaller;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Gives one and the same hub for every call, and counts what becomes of it. Thread-safe. */
public final class TestActivator implements HubActivator {

    private final Object hub;
    private final AtomicInteger activated = new AtomicInteger();
    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException failure;

    public TestActivator(Object hub) {
        this.hub = hub;
    }

    /** Throws from now on when a hub is asked for; null ends that. */
    public void fail(@Nullable RuntimeException with) {
        failure = with;
    }

    @Override
    public HubActivation activate(Class<?> hubClass, HubCaller caller) {
        RuntimeException broken = failure;
        if (broken != null) {
            throw broken;
        }
        activated.incrementAndGet();
        return new Activation();
    }

    @Override
    public void ended(HubCaller caller) {
        ended.add(caller.context().connectionId());
    }

    public int activated() {
        return activated.get();
    }

    /** How many pulls there have been. */
    public int entered() {
        return entered.get();
    }

    public int left() {
        return left.get();
    }

    public int released() {
        return released.get();
    }

    /** The ids of the connections whose end it has been told. */
    public List<String> ended() {
        return List.copyOf(ended);
    }

    /** One use of the hub. */
    private final class Activation implements HubActivation {

        @Override
        public Object hub() {
            return hub;
        }

        @Override
        public void enter() {
            entered.incrementAndGet();
        }

        @Override
        public void leave() {
            left.incrementAndGet();
        }

        @Override
        public void release() {
            released.incrementAndGet();
        }
    }
}
