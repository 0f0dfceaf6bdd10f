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

    /** Whether other applications of the server read it too, so that it may name hubs of theirs. */
    default boolean isShared() {
        return false;
    }
}
