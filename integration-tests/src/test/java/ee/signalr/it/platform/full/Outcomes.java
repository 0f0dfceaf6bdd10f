// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.platform.full;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;

/** How the last transaction ended. Thread-safe. */
@ApplicationScoped
public class Outcomes implements Synchronization {

    private volatile int last = -1;

    @Override
    public void beforeCompletion() {
        // Nothing to do.
    }

    @Override
    public void afterCompletion(int status) {
        last = status;
    }

    /** One of the constants of {@code Status}, or -1. */
    public int last() {
        return last;
    }
}
