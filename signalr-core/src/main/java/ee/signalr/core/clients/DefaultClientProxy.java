// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.ClientProxy;
import ee.signalr.core.lifetime.Audience;
import ee.signalr.core.lifetime.HubLifetimeManager;
import ee.signalr.core.protocol.InvocationMessage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sends to an audience. Immutable and thread-safe. */
class DefaultClientProxy implements ClientProxy {

    private final HubLifetimeManager lifetime;
    private final Audience audience;

    DefaultClientProxy(HubLifetimeManager lifetime, Audience audience) {
        this.lifetime = lifetime;
        this.audience = audience;
    }

    @Override
    public CompletionStage<Void> send(String method, @Nullable Object... arguments) {
        checkMethod(method);
        return lifetime.send(audience, new InvocationMessage(Map.of(), null, method, list(arguments), null));
    }

    static void checkMethod(String method) {
        if (method.isEmpty()) {
            throw new IllegalArgumentException("method must not be empty");
        }
    }

    static List<@Nullable Object> list(@Nullable Object... arguments) {
        return Collections.unmodifiableList(Arrays.asList(arguments));
    }
}
