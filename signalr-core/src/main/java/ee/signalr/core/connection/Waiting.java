// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.transport.OutboundMessage;
import org.jspecify.annotations.Nullable;

/** A message in a list and the one behind it: the only thing that a delivery allocates. Confined to the list's lock. */
final class Waiting {

    private final OutboundMessage message;
    private final boolean counted;
    private @Nullable Waiting next;

    Waiting(OutboundMessage message, boolean counted) {
        this.message = message;
        this.counted = counted;
    }

    OutboundMessage message() {
        return message;
    }

    /** Whether the message takes a number, and is kept until the client has confirmed it. */
    boolean isCounted() {
        return counted;
    }

    int size() {
        return message.size();
    }

    @Nullable
    Waiting next() {
        return next;
    }

    void followedBy(@Nullable Waiting other) {
        next = other;
    }
}
