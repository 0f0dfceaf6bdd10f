// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.Hub;
import java.util.List;

/**
 * What a hub says of itself.
 *
 * @param name its name
 * @param paths its paths
 */
record HubAnnotation(String name, List<String> paths) {

    static HubAnnotation of(HubCandidate candidate) {
        Hub hub = candidate.type().getAnnotation(Hub.class);
        return new HubAnnotation(
                hub.name().isBlank() ? candidate.hubClass().getSimpleName() : hub.name(), List.of(hub.value()));
    }
}
