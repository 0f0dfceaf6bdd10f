// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chatroom;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The one room and the last messages that were said in it. Thread-safe. */
@ApplicationScoped
class ChatRoom {

    static final int CAPACITY = 100;

    /** Always with three digits of a second, so that pages can take a line apart. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<String> lines = new ArrayDeque<>();

    ChatRoom() {
        this(Clock.systemUTC());
    }

    ChatRoom(Clock clock) {
        this.clock = clock;
    }

    /**
     * Keeps a message; the oldest one is forgotten when the room is full.
     *
     * @return the line, {@code <connectionId>:<time>:<message>}, the time being ISO-8601 in UTC with milliseconds
     */
    String say(String connectionId, String message) {
        lock.lock();
        try {
            String line = connectionId + ":" + TIME.format(clock.instant()) + ":" + message;
            if (lines.size() == CAPACITY) {
                lines.removeFirst();
            }
            lines.addLast(line);
            return line;
        } finally {
            lock.unlock();
        }
    }

    /** The lines that are remembered, oldest first, as an immutable snapshot. */
    List<String> history() {
        lock.lock();
        try {
            return List.copyOf(lines);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all lines. */
    void clear() {
        lock.lock();
        try {
            lines.clear();
        } finally {
            lock.unlock();
        }
    }
}
