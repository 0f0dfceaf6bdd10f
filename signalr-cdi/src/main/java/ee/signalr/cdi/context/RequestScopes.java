// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import jakarta.enterprise.context.control.RequestContextController;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Gives each call a request scope of its own. Thread-safe.
 *
 * <p>Controllers are dear to get, so they are kept and used again; each serves one call at a time. There are never more than
 * calls have run at the same time.
 */
final class RequestScopes {

    private final Supplier<RequestContextController> controllers;
    private final LeftOverRequest leftOver;
    private final Queue<Controlled> idle = new ConcurrentLinkedQueue<>();

    RequestScopes(Supplier<RequestContextController> controllers, LeftOverRequest leftOver) {
        this.controllers = controllers;
        this.leftOver = leftOver;
    }

    /** Begins a request on the calling thread. Where another one was left there, that one is emptied and used. */
    RequestScope open() {
        Controlled known = idle.poll();
        Controlled scope = known == null ? new Controlled(controllers.get()) : known;
        if (scope.controller.activate()) {
            return scope;
        }
        idle.add(scope);
        leftOver.found();
        return leftOver;
    }

    /** A request that a controller of ours has begun. */
    private final class Controlled implements RequestScope {

        private final RequestContextController controller;

        Controlled(RequestContextController controller) {
            this.controller = controller;
        }

        @Override
        public void close() {
            try {
                controller.deactivate();
                idle.add(this);
            } catch (Throwable failure) {
                Messages.failedToEnd("the request scope of a hub call", failure);
            }
        }
    }
}
