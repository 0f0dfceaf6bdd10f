// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.core.protocol.CallMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.RawValue;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds what a client sent to the parameter types of a method. */
final class ArgumentBinder {

    private static final System.Logger LOG = System.getLogger(ArgumentBinder.class.getName());

    private ArgumentBinder() {}

    /**
     * Binds the arguments of a call.
     *
     * @throws HubProtocolException when they do not fit; its text is the reference's
     */
    static @Nullable Object[] bind(HubProtocol protocol, CallMessage call, HubMethod method) {
        List<Type> types = method.argumentTypes();
        List<?> values = call.arguments();
        if (values.size() != types.size()) {
            throw HubProtocolException.invalidData(
                    "Invocation provides " + values.size() + " argument(s) but target expects " + types.size() + ".");
        }
        Object[] bound = new Object[types.size()];
        try {
            for (int i = 0; i < bound.length; i++) {
                bound[i] = protocol.bind((RawValue) values.get(i), types.get(i));
            }
        } catch (RuntimeException | StackOverflowError mismatch) {
            LOG.log(System.Logger.Level.DEBUG, "Cannot bind an argument of " + method, mismatch);
            throw HubProtocolException.invalidData(
                    "Error binding arguments. Make sure that the types of the provided values match the types"
                            + " of the hub method being invoked.");
        }
        return bound;
    }
}
