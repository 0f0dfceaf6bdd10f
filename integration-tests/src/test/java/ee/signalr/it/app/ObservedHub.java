// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import jakarta.inject.Inject;

/** What hubs of streams have in common: gates, and the fates of streams. One instance per call. */
public abstract class ObservedHub {

    @Inject
    Fates fates;

    @Inject
    Gates gates;

    /** Answers its argument. */
    public String echo(String text) {
        return text;
    }

    /** Lets those pass who wait at the gate, and answers how many did. */
    public int open(String gate) {
        return gates.open(gate);
    }

    /** What became of a stream, or null. */
    public String fate(String name) {
        return fates.of(name);
    }

    /** How many items a stream has produced or taken. */
    public int counted(String name) {
        return fates.counted(name);
    }
}
