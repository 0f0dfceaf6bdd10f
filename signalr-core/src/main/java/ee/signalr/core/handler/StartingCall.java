// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import org.jspecify.annotations.Nullable;

/**
 * A call that is starting on a thread; links to those that are starting on others. Guarded by the lock of its mailbox.
 */
final class StartingCall {

    private final Thread thread = Thread.currentThread();
    private final boolean hasPermit;
    private @Nullable StartingCall next;
    private @Nullable Wait wait;

    /** What one call awaits. Guarded by the lock of its mailbox. */
    static final class Wait {

        private final boolean hasPermit;
        private int results;

        Wait(boolean hasPermit) {
            this.hasPermit = hasPermit;
        }

        /** It awaits one result more; true when it is the first, and there is a permit to lend. */
        boolean begin() {
            return results++ == 0 && hasPermit;
        }

        /** It awaits one result less; true when it was the last, and a permit was lent. */
        boolean end() {
            return --results == 0 && hasPermit;
        }
    }

    /** Notes that a call is starting on the calling thread, in front of those that are starting already. */
    StartingCall(@Nullable StartingCall next, boolean hasPermit) {
        this.next = next;
        this.hasPermit = hasPermit;
    }

    /** Takes the call that is starting on the calling thread out of a list; returns what is left. */
    static @Nullable StartingCall remove(@Nullable StartingCall list) {
        if (list == null || list.isHere()) {
            return list == null ? null : list.next;
        }
        list.next = remove(list.next);
        return list;
    }

    /** What the call awaits that is starting on the calling thread; without one, as in a continuation, a wait of its own. */
    static Wait waitOf(@Nullable StartingCall list) {
        for (StartingCall call = list; call != null; call = call.next) {
            if (call.isHere()) {
                Wait known = call.wait == null ? new Wait(call.hasPermit) : call.wait;
                call.wait = known;
                return known;
            }
        }
        return new Wait(true);
    }

    private boolean isHere() {
        return thread == Thread.currentThread();
    }
}
