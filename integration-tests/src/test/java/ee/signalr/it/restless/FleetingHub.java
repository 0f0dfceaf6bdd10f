// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.restless;

import ee.signalr.Hub;

/** A hub of an application that goes and comes back, and leaves a mark while it is there. One instance per call. */
@Hub("/fleeting")
public class FleetingHub {

    /** Answers its argument once it has left the mark. */
    public String echo(String text) {
        return Mark.OF_THIS_CLASS_LOADER == null ? "" : text;
    }
}
