// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import ee.signalr.SignalRConfiguration;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;

/** Turns detailed errors on for {@link DetailedHub}. Stateless. */
@Dependent
class DetailedErrors {

    void configure(@Observes SignalRConfiguration configuration) {
        configuration.hub(DetailedHub.class).enableDetailedErrors(true);
    }
}
