// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Jakarta REST at {@code /api/token}: a path of its own, which leaves the static pages to the container. */
@ApplicationPath("api/token")
public class LoginApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(LoginResource.class);
    }
}
