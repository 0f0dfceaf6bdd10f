// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.events;

import ee.signalr.example.Background;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hands every message to all who listen, and keeps it for the next one when nobody does. A listener that goes away is only
 * noticed by a write that fails, and not by the first one: a comment behind a message shows whether somebody was there, and
 * what nobody has read is handed out again. Thread-safe; writes happen outside the lock, on background threads.
 */
@ApplicationScoped
class EventBoard {

    static final int WAITING = 100;
    static final Duration CONFIRMATION = Duration.ofMillis(100);
    static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    static final String GREETING = "自定义事件消息";

    private static final Logger LOG = System.getLogger(EventBoard.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Listener> listeners = new ArrayList<>();
    private final Deque<Message> waiting = new ArrayDeque<>();

    @Inject
    private Background background;

    /** For the container, which injects the rest. */
    EventBoard() {}

    EventBoard(Background background) {
        this.background = background;
    }

    /** Greets a new listener, who gets what has been waiting and everything from now on. */
    void open(EventStream stream) {
        lock.lock();
        try {
            Listener listener = new Listener(stream);
            listeners.add(listener);
            watch(listener, stream.event("custom", GREETING));
            waiting.forEach(message -> deliver(message, listener));
            waiting.clear();
            keepAlive(listener);
        } finally {
            lock.unlock();
        }
    }

    /** Sends a message to all who listen; when nobody does, the last 100 wait. */
    void publish(String text) {
        lock.lock();
        try {
            List.copyOf(listeners).stream().filter(Listener::isFull).forEach(this::drop);
            handOut(new Message(text));
        } finally {
            lock.unlock();
        }
    }

    @PreDestroy
    void close() {
        lock.lock();
        try {
            listeners.forEach(listener -> listener.stream().close());
            listeners.clear();
        } finally {
            lock.unlock();
        }
    }

    private void handOut(Message message) {
        if (listeners.isEmpty()) {
            if (waiting.size() == WAITING) {
                waiting.removeFirst();
            }
            waiting.addLast(message);
        } else {
            listeners.forEach(listener -> deliver(message, listener));
        }
    }

    private void deliver(Message message, Listener listener) {
        listener.give(message);
        watch(listener, listener.stream().message(message.text()));
        if (listener.wantsProbe()) {
            watch(listener, probeAfter(CONFIRMATION, listener));
        }
    }

    /** Goes on until a write fails, as it does when the stream is closed. */
    private void keepAlive(Listener listener) {
        watch(listener, probeAfter(KEEP_ALIVE, listener).thenRun(() -> keepAlive(listener)));
    }

    private CompletionStage<Void> probeAfter(Duration delay, Listener listener) {
        return background.after(delay).thenComposeAsync(over -> probe(listener), background);
    }

    private CompletionStage<Void> probe(Listener listener) {
        lock.lock();
        try {
            Message last = listener.startProbe();
            return listener.stream().comment("").thenRun(() -> confirm(listener, last));
        } finally {
            lock.unlock();
        }
    }

    private void confirm(Listener listener, @Nullable Message last) {
        lock.lock();
        try {
            listener.confirm(last);
        } finally {
            lock.unlock();
        }
    }

    /** Never inline: if a listener left while a message is handed out, the others would get it twice. */
    private void watch(Listener listener, CompletionStage<?> written) {
        written.whenCompleteAsync(
                (done, failure) -> {
                    if (failure != null) {
                        LOG.log(Level.DEBUG, "A listener has gone", failure);
                        leave(listener);
                    }
                },
                background);
    }

    private void leave(Listener listener) {
        lock.lock();
        try {
            drop(listener);
        } finally {
            lock.unlock();
        }
    }

    private void drop(Listener listener) {
        if (listeners.remove(listener)) {
            // not here: closing may wait for a write that hangs
            background.execute(listener.stream()::close);
            listener.orphans().forEach(this::handOut);
        }
    }
}
