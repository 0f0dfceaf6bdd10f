// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.config.Settings;
import ee.signalr.core.security.SecurityRequirement;
import java.util.List;

/**
 * Where connections are made: the paths, the options and the handler of one hub, or of one connection handler of the application.
 *
 * @param name the name in logs and configuration
 * @param paths the paths, relative to the context root, at least one
 * @param settings its options
 * @param protocols the names of the hub protocols that it speaks, for the log; none for raw connections
 * @param requirement what is asked of whoever connects
 * @param handler who serves its connections
 */
public record ConnectionEndpoint(
        String name,
        List<String> paths,
        Settings settings,
        List<String> protocols,
        SecurityRequirement requirement,
        EndpointHandler handler) {

    /** Takes immutable copies. */
    public ConnectionEndpoint {
        paths = List.copyOf(paths);
        protocols = List.copyOf(protocols);
    }
}
