// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import ee.signalr.Hub;

/** A second hub, to be configured otherwise than the first. Stateless. */
@Hub("/quiet")
public class QuietHub {

    /** Fails with a text that shows whether errors are detailed. */
    public void fail() {
        throw new IllegalArgumentException("detail");
    }
}
