// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reads the events, and the messages of which it is not known yet whether they arrived. Mutable; guarded by
 * the lock of the {@link EventBoard}.
 */
final class Listener {

    /** How many messages may be under way to a listener before it counts as gone. */
    static final int CAPACITY = 1000;

    private final EventStream stream;
    private final Deque<Message> unconfirmed = new ArrayDeque<>();
    private boolean probeDue;

    Listener(EventStream stream) {
        this.stream = stream;
    }

    EventStream stream() {
        return stream;
    }

    boolean isFull() {
        return unconfirmed.size() >= CAPACITY;
    }

    void give(Message message) {
        message.given();
        unconfirmed.addLast(message);
    }

    /** Whether a probe must be sent for what is under way; true once, until the probe starts. */
    boolean wantsProbe() {
        boolean wanted = !probeDue;
        probeDue = true;
        return wanted;
    }

    /** The last of the messages that are before the probe; null when there are none. */
    @Nullable
    Message startProbe() {
        probeDue = false;
        return unconfirmed.peekLast();
    }

    /** A probe came through: the message before it has arrived, and all that were before that. */
    void confirm(@Nullable Message last) {
        if (last != null && unconfirmed.contains(last)) {
            Message arrived;
            do {
                arrived = unconfirmed.removeFirst();
            } while (arrived != last);
        }
    }

    /** Ends the listener's part: the messages, oldest first, that nobody has now. */
    List<Message> orphans() {
        List<Message> orphans = unconfirmed.stream().filter(Message::lost).toList();
        unconfirmed.clear();
        return orphans;
    }
}
