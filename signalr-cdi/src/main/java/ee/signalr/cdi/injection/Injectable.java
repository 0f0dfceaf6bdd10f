// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import ee.signalr.GroupManager;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;

/** What depends on the call in which it is used. */
enum Injectable {
    /** Who is calling. */
    CONTEXT(HubCallerContext.class),
    /** The clients as seen from the caller. */
    CLIENTS(HubCallerClients.class),
    /** The groups of the hub. */
    GROUPS(GroupManager.class);

    private final Class<?> type;

    Injectable(Class<?> type) {
        this.type = type;
    }

    Class<?> type() {
        return type;
    }

    static Optional<Injectable> of(Type required) {
        return Arrays.stream(values())
                .filter(injectable -> injectable.type == required)
                .findFirst();
    }
}
