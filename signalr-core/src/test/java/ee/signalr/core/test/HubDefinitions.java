// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.HubMethodName;
import ee.signalr.OnAuthenticationRefreshed;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.core.dispatch.HubCallbacks;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.dispatch.HubMethod;
import ee.signalr.core.security.SecurityRequirement;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads hubs by plain reflection, without the rules that hold at deployment. */
public final class HubDefinitions {

    private HubDefinitions() {}

    private static final List<Class<? extends Annotation>> CALLBACKS =
            List.of(OnConnected.class, OnDisconnected.class, OnAuthenticationRefreshed.class);

    /** The hub of that class: its own public methods, but for lambdas. */
    public static HubDefinition of(Class<?> hubClass) {
        List<HubMethod> methods = Arrays.stream(hubClass.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> CALLBACKS.stream().noneMatch(method::isAnnotationPresent))
                .map(method -> HubMethod.of(name(method), method))
                .toList();
        String name = hubClass.getSimpleName();
        return new HubDefinition(
                hubClass,
                name,
                List.of("/" + name),
                methods,
                new HubCallbacks(
                        callback(hubClass, OnConnected.class),
                        callback(hubClass, OnDisconnected.class),
                        callback(hubClass, OnAuthenticationRefreshed.class)),
                SecurityRequirement.NONE);
    }

    /** One method of a class. */
    public static HubMethod method(Class<?> hubClass, String name) {
        return Arrays.stream(hubClass.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .map(method -> HubMethod.of(name, method))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Method method) {
        HubMethodName renamed = method.getAnnotation(HubMethodName.class);
        return renamed == null ? method.getName() : renamed.value();
    }

    private static @Nullable HubMethod callback(Class<?> hubClass, Class<? extends Annotation> marker) {
        return Arrays.stream(hubClass.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(marker))
                .map(method -> HubMethod.of(method.getName(), method))
                .findFirst()
                .orElse(null);
    }
}
