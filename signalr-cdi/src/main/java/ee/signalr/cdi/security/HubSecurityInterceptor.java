// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.security;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/**
 * Stands before guarded methods of hubs, outside all interceptors of applications. The engine refuses calls of clients before there
 * is a hub; this is the second line, for every other way to the method. {@link HubSecurityBinding} makes it an interceptor. Thread-safe.
 */
class HubSecurityInterceptor {

    private final HubGuard guard;

    /** For the container. */
    @Inject
    HubSecurityInterceptor(HubGuard guard) {
        this.guard = guard;
    }

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        guard.check(call.getTarget(), call.getMethod());
        return call.proceed();
    }
}
