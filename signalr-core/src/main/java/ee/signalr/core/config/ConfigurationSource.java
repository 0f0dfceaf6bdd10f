// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import java.util.Optional;
import java.util.Set;

/** Where options are set from outside the code: MicroProfile Config, or the context parameters of a web application. */
public interface ConfigurationSource {

    /** The names of all properties that are set, ours and others; never null. */
    Set<String> names();

    /** The value of a property, if it is set. */
    Optional<String> value(String name);

    /**
     * Whether others read it too, so that it may hold names that are not meant for this application: hubs of another one, or
     * environment variables that happen to begin like ours, as those that Kubernetes makes for a service named {@code signalr}.
     */
    default boolean isShared() {
        return false;
    }
}
