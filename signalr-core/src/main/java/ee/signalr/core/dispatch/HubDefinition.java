// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.core.security.SecurityRequirement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a hub since deployment. Immutable.
 *
 * @param hubClass the class
 * @param name the name in configuration and logs
 * @param paths the paths at which it is served
 * @param methods the methods that clients may call; no two names are equal ignoring case
 * @param callbacks the methods that are called at turns of a connection's life
 * @param requirement what is asked of whoever connects
 */
public record HubDefinition(
        Class<?> hubClass,
        String name,
        List<String> paths,
        List<HubMethod> methods,
        HubCallbacks callbacks,
        SecurityRequirement requirement) {

    /** Takes immutable copies. */
    public HubDefinition {
        Objects.requireNonNull(hubClass, "hubClass");
        paths = List.copyOf(paths);
        methods = List.copyOf(methods);
    }

    /** The methods by name, for a look-up that ignores case. */
    MethodTable table() {
        return new MethodTable(methods);
    }

    /** Finds methods by the name that a client sent. */
    static final class MethodTable {

        private final Map<String, HubMethod> exact = new HashMap<>();
        private final Map<String, HubMethod> folded = new HashMap<>();

        MethodTable(List<HubMethod> methods) {
            methods.forEach(method -> {
                exact.put(method.name(), method);
                folded.put(fold(method.name()), method);
            });
        }

        @Nullable
        HubMethod find(String target) {
            HubMethod found = exact.get(target);
            return found != null ? found : folded.get(fold(target));
        }

        private static String fold(String name) {
            return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        }
    }
}
