// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.security;

import ee.signalr.cdi.context.CurrentCall;
import ee.signalr.cdi.context.Messages;
import ee.signalr.cdi.definition.GuardedMethod;
import ee.signalr.core.dispatch.HubCaller;
import ee.signalr.core.security.SecurityRequirement.Access;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.CallRefusedException.Reason;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls through to guarded methods of hubs, or not. What each asks was found out at deployment. Immutable and thread-safe.
 */
final class HubGuard {

    private final CurrentCall current;
    private final Map<Class<?>, Map<Method, GuardedMethod>> hubs;

    HubGuard(CurrentCall current, Map<Class<?>, List<GuardedMethod>> guarded) {
        this.current = current;
        Map<Class<?>, Map<Method, GuardedMethod>> byMethod = new HashMap<>();
        guarded.forEach((hub, methods) -> byMethod.put(hub, byMethod(methods)));
        this.hubs = Map.copyOf(byMethod);
    }

    private static Map<Method, GuardedMethod> byMethod(List<GuardedMethod> methods) {
        Map<Method, GuardedMethod> byMethod = new HashMap<>();
        methods.forEach(each -> byMethod.put(each.method(), each));
        return Map.copyOf(byMethod);
    }

    /**
     * Checks the caller of the call that is running.
     *
     * @param hub the instance, of the class of the hub or of one that the container has made of it
     * @throws CallRefusedException when the call must not go on
     */
    void check(Object hub, Method method) {
        GuardedMethod guarded = find(hub.getClass(), method);
        HubCaller caller = current.caller();
        if (caller == null) {
            throw Messages.refusedWithoutCall(method);
        }
        // What the guard does not know it does not let through.
        if (guarded == null || guarded.requirement().access(caller.identity()) != Access.GRANTED) {
            String name = guarded == null ? method.getName() : guarded.name();
            throw new CallRefusedException(
                    Reason.UNAUTHORIZED, "Failed to invoke '" + name + "' because user is unauthorized");
        }
    }

    private @Nullable GuardedMethod find(Class<?> type, Method method) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Map<Method, GuardedMethod> methods = hubs.get(each);
            if (methods != null) {
                return methods.get(method);
            }
        }
        return null;
    }
}
