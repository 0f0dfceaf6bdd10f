// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.HubCallerContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Notes calls on the {@link Trail}. */
@Traced
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class TracedInterceptor {

    @Inject
    Trail trail;

    @Inject
    HubCallerContext context;

    @AroundInvoke
    Object note(InvocationContext invocation) throws Exception {
        trail.add(context.connectionId(), "interceptor");
        return invocation.proceed();
    }
}
