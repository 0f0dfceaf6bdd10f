// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.HubCallerContext;
import ee.signalr.spi.UserIdProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes the user id from the query, as no test server has a login. Stateless. */
@ApplicationScoped
public class QueryUserIdProvider implements UserIdProvider {

    @Override
    public Optional<String> userId(HubCallerContext connection) {
        return connection.httpRequest().queryParameter("user");
    }
}
