// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.count;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Jakarta REST at {@code /api}: a path of its own, which leaves the static pages to the container. */
@ApplicationPath("api")
public class CountApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(CountResource.class);
    }
}
