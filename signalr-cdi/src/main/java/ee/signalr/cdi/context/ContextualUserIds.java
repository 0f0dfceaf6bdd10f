// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.HubCallerContext;
import ee.signalr.spi.UserIdProvider;
import java.util.Optional;

/**
 * Asks the application's provider of user ids with its class loader and a request scope in place. Thread-safe.
 *
 * @param provider the application's
 * @param requests where the scopes come from
 * @param loader the class loader
 */
record ContextualUserIds(UserIdProvider provider, RequestScopes requests, ClassLoader loader)
        implements UserIdProvider {

    @Override
    public Optional<String> userId(HubCallerContext connection) {
        ClassLoader outer = ClassLoaders.enter(loader);
        try {
            RequestScope request = requests.open();
            try {
                return provider.userId(connection);
            } finally {
                request.close();
            }
        } finally {
            ClassLoaders.leave(outer);
        }
    }
}
