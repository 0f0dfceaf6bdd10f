// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.flood;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Writes on a thread of its own for as long as the server takes it, at most so much. Thread-safe. */
final class Sender implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Sender.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final LongSupplier write;
    private final long most;
    private final Runnable unblock;
    private final AtomicLong sent = new AtomicLong();
    private final Thread thread = new Thread(this::run, "sender");

    private Sender(LongSupplier write, long most, Runnable unblock) {
        this.write = write;
        this.most = most;
        this.unblock = unblock;
    }

    /**
     * Starts to write.
     *
     * @param write writes something and answers how many bytes
     * @param most ends after so many bytes
     * @param unblock ends a write that blocks
     */
    static Sender start(LongSupplier write, long most, Runnable unblock) {
        Sender sender = new Sender(write, most, unblock);
        sender.thread.start();
        return sender;
    }

    private void run() {
        try {
            while (sent.get() < most) {
                sent.addAndGet(write.getAsLong());
            }
        } catch (UncheckedIOException ended) {
            LOG.log(Level.DEBUG, "The server ended the connection", ended);
        }
    }

    /** Bytes that were written. */
    long sent() {
        return sent.get();
    }

    /** Whether everything has been written, or the connection has ended. */
    boolean isDone() {
        return !thread.isAlive();
    }

    @Override
    public void close() {
        unblock.run();
        try {
            thread.join(LIMIT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
