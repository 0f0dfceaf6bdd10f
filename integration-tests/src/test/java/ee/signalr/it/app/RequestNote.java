// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import jakarta.enterprise.context.RequestScoped;

/** Counts in one request. For one call at a time. */
@RequestScoped
public class RequestNote {

    private int written;

    /** Counts one more. */
    public int write() {
        return ++written;
    }
}
