// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.security;

import ee.signalr.cdi.definition.HubSecurity;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.reflect.Method;
import java.util.Set;

/** Puts the interceptor before the methods of a hub that not everybody may call. A hub without such methods stays as it is. */
public final class HubSecurityBinding {

    private HubSecurityBinding() {}

    /** Binds it; called for each hub when others have had their say on its annotations. */
    public static void bind(ProcessAnnotatedType<?> event) {
        Set<Method> guarded = HubSecurity.guarded(event.getAnnotatedType());
        if (!guarded.isEmpty()) {
            event.configureAnnotatedType()
                    .filterMethods(method -> guarded.contains(method.getJavaMember()))
                    .forEach(method -> method.add(HubSecured.Literal.INSTANCE));
        }
    }
}
