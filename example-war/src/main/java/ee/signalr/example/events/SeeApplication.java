// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.events;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Jakarta REST at {@code /see}: a path of its own, which leaves the static pages to the container. */
@ApplicationPath("see")
public class SeeApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(SeeResource.class);
    }
}
