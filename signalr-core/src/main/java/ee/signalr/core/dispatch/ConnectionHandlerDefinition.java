// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.TransferFormat;
import ee.signalr.core.security.SecurityRequirement;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a connection handler since deployment. Immutable.
 *
 * @param handlerClass the class
 * @param name the name in configuration and logs
 * @param paths the paths at which it is served
 * @param format how messages leave
 * @param requirement what is asked of whoever connects
 */
public record ConnectionHandlerDefinition(
        Class<?> handlerClass,
        String name,
        List<String> paths,
        TransferFormat format,
        SecurityRequirement requirement) {

    /** Takes an immutable copy. */
    public ConnectionHandlerDefinition {
        Objects.requireNonNull(handlerClass, "handlerClass");
        paths = List.copyOf(paths);
    }
}
