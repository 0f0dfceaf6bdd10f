// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.ClientProxy;
import org.jspecify.annotations.Nullable;

/** What calling one method of an interface that describes clients does. Immutable and thread-safe. */
@FunctionalInterface
interface ClientMethod {

    /**
     * Does it.
     *
     * @param self what the method was called on
     * @param client who is addressed
     * @param arguments the arguments
     * @return what the method returns
     */
    @Nullable
    Object call(Object self, ClientProxy client, @Nullable Object[] arguments) throws Throwable;
}
