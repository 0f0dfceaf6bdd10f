// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.Disconnection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a method is called with: what the client sent, and what the server adds. */
final class Parameters {

    private static final @Nullable Object[] NONE = {};

    private Parameters() {}

    /** The parameters of a callback. */
    static @Nullable Object[] ofCallback(HubMethod method, HubCaller caller, Disconnection disconnection) {
        return fill(method, NONE, caller, source -> source == ParameterSource.DISCONNECTION ? disconnection : null);
    }

    /** The parameters of a call; the array of arguments itself when the server adds nothing. */
    static @Nullable Object[] ofCall(HubMethod method, Invocation invocation, @Nullable Object[] arguments) {
        if (arguments.length == method.sources().size()) {
            return arguments;
        }
        Iterator<Object> uploads = invocation.uploads().iterator();
        return fill(
                method,
                arguments,
                invocation.origin().caller(),
                source -> source == ParameterSource.UPLOAD ? uploads.next() : invocation.cancellation());
    }

    private static @Nullable Object[] fill(
            HubMethod method, @Nullable Object[] arguments, HubCaller caller, Added added) {
        List<ParameterSource> sources = method.sources();
        @Nullable Object[] values = new Object[sources.size()];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            ParameterSource source = sources.get(i);
            values[i] = switch (source) {
                case ARGUMENT -> arguments[next++];
                case CONTEXT -> caller.context();
                case CLIENTS -> caller.clients();
                case DISCONNECTION, CANCELLATION, UPLOAD -> added.next(source);
            };
        }
        return values;
    }

    /** What the server adds beyond the caller. */
    private interface Added {

        @Nullable
        Object next(ParameterSource source);
    }
}
