// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import org.jspecify.annotations.Nullable;

/** What a hub method demands of its arguments and promises of its result. Thread-safe. */
public interface MethodConstraints {

    /**
     * Checks what the method is about to be called with.
     *
     * @param hub the hub, its interceptors included
     * @param parameters all of them, those that the server gives included
     * @throws ee.signalr.spi.CallRefusedException when they violate a constraint
     */
    void checkParameters(Object hub, @Nullable Object[] parameters);

    /**
     * Checks what the method has returned, or the value of the stage that it has returned.
     *
     * @throws ee.signalr.HubException when it violates a constraint
     */
    void checkResult(Object hub, @Nullable Object result);

    /**
     * Turns what the method has thrown into what the client gets.
     *
     * @return the same when it has nothing to do with constraints of the method; never null
     */
    Throwable translate(Throwable failure);
}
