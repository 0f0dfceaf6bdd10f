// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import jakarta.enterprise.concurrent.ContextService;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The only class that needs Jakarta Concurrency, which not every server has. Stateless. */
final class ContextCapture {

    private ContextCapture() {}

    /**
     * Captures contexts by a service, if it is one.
     *
     * @throws LinkageError when the server does not have Jakarta Concurrency
     */
    static Optional<Supplier<Executor>> by(Object found) {
        return found instanceof ContextService service
                ? Optional.of(service::currentContextExecutor)
                : Optional.empty();
    }
}
