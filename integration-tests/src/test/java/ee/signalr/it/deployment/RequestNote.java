// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import jakarta.enterprise.context.RequestScoped;

/** Counts how often it was written in one request. */
@RequestScoped
public class RequestNote {

    private int written;

    /** Counts one more. */
    public int write() {
        return ++written;
    }
}
