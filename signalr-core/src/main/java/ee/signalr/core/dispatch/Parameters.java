// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.Disconnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a method is called with: what the client sent, and what the server adds. */
final class Parameters {

    private final HubCaller caller;
    private final @Nullable Object[] values;

    Parameters(
            HubMethod method, HubCaller caller, @Nullable Disconnection disconnection, @Nullable Object[] arguments) {
        this.caller = caller;
        List<ParameterSource> sources = method.sources();
        if (arguments.length == sources.size()) {
            this.values = arguments;
            return;
        }
        this.values = new Object[sources.size()];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (sources.get(i)) {
                case ARGUMENT -> arguments[next++];
                case CONTEXT -> caller.context();
                case CLIENTS -> caller.clients();
                case DISCONNECTION -> disconnection;
            };
        }
    }

    HubCaller caller() {
        return caller;
    }

    @Nullable
    Object[] values() {
        return values;
    }
}
