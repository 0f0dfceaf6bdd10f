// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import jakarta.enterprise.inject.spi.Bean;
import java.util.List;

/**
 * The beans of an application that matter to calls of hubs.
 *
 * @param hubs the hubs
 * @param handlers the connection handlers; there is at least one of both kinds
 * @param requestScoped all beans with request scope
 * @param usesConnectionScope whether there are beans with connection scope
 */
public record HubBeans(
        List<Bean<?>> hubs, List<Bean<?>> handlers, List<Bean<?>> requestScoped, boolean usesConnectionScope) {

    /** Takes immutable copies. */
    public HubBeans {
        hubs = List.copyOf(hubs);
        handlers = List.copyOf(handlers);
        requestScoped = List.copyOf(requestScoped);
    }

    /** The class of any of them. */
    Class<?> anyClass() {
        return (hubs.isEmpty() ? handlers : hubs).get(0).getBeanClass();
    }
}
