// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.Hub;
import ee.signalr.MapConnectionHandler;
import java.util.List;

/**
 * Where a class says that it is served.
 *
 * @param owner the class
 * @param name its name
 * @param paths its paths
 */
record Mapping(Class<?> owner, String name, List<String> paths) {

    /** What a hub says. */
    static Mapping ofHub(HubCandidate candidate) {
        Hub hub = candidate.type().getAnnotation(Hub.class);
        return of(candidate.hubClass(), hub.name(), hub.value());
    }

    /** What a connection handler says. */
    static Mapping ofHandler(HubCandidate candidate) {
        MapConnectionHandler handler = candidate.type().getAnnotation(MapConnectionHandler.class);
        return of(candidate.hubClass(), handler.name(), handler.value());
    }

    private static Mapping of(Class<?> owner, String name, String... paths) {
        return new Mapping(owner, name.isBlank() ? owner.getSimpleName() : name, List.of(paths));
    }
}
