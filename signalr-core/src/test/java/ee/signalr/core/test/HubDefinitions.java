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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads hubs by plain reflection, without the rules that hold at deployment. */
public final class HubDefinitions {

    private HubDefinitions() {}

    private static final List<Class<? extends Annotation>> CALLBACKS =
            List.of(OnConnected.class, OnDisconnected.class, OnAuthenticationRefreshed.class);

    /** The hub of that class: its own public methods, but for lambdas. */
    public static HubDefinition of(Class<?> hubClass) {
        return of(hubClass, Map.of(), SecurityRequirement.NONE);
    }

    /** The same hub, with what its methods and itself ask of callers. */
    public static HubDefinition of(
            Class<?> hubClass, Map<String, SecurityRequirement> requirements, SecurityRequirement own) {
        List<HubMethod> methods = Arrays.stream(hubClass.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> CALLBACKS.stream().noneMatch(method::isAnnotationPresent))
                .map(method -> HubMethod.of(name(method), method))
                .map(method -> requirements.containsKey(method.name())
                        ? method.requiring(requirements.get(method.name()))
                        : method)
                .toList();
        String name = hubClass.getSimpleName();
        return new HubDefinition(
                hubClass,
                name,
                List.of("/" + name),
                methods,
                new HubCallbacks(
                        callback(hubClass, OnConnected.class, requirements),
                        callback(hubClass, OnDisconnected.class, requirements),
                        callback(hubClass, OnAuthenticationRefreshed.class, requirements)),
                own);
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

    private static @Nullable HubMethod callback(
            Class<?> hubClass, Class<? extends Annotation> marker, Map<String, SecurityRequirement> requirements) {
        return Arrays.stream(hubClass.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(marker))
                .map(method -> HubMethod.of(method.getName(), method)
                        .requiring(requirements.getOrDefault(method.getName(), SecurityRequirement.NONE)))
                .findFirst()
                .orElse(null);
    }
}
