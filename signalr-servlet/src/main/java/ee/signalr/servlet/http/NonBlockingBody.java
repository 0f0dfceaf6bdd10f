// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes as far as the container takes it, and goes on when the container says so. Threads that find the stream in use leave their
 * work to the one that uses it.
 */
final class NonBlockingBody implements BodyOutput, WriteListener {

    private static final int CHUNK = 16 * 1024;

    private final ServletOutputStream out;
    private final Observer observer;
    private final AtomicInteger work = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<@Nullable Runnable> afterwards = new AtomicReference<>();

    private volatile boolean writable;
    private byte @Nullable [][] pieces;
    private int piece;
    private int position;

    NonBlockingBody(ServletOutputStream out, Observer observer) {
        this.out = out;
        this.observer = observer;
    }

    @Override
    public void write(byte[]... next) {
        piece = 0;
        position = 0;
        pieces = next;
        drive();
    }

    @Override
    public void end(Runnable action) {
        ended.set(true);
        afterwards.set(action);
        drive();
    }

    @Override
    public void onWritePossible() {
        writable = true;
        drive();
    }

    @Override
    public void onError(Throwable cause) {
        if (ended.compareAndSet(false, true)) {
            observer.failed(cause);
        }
    }

    private void drive() {
        int seen = work.incrementAndGet();
        if (seen != 1) {
            // Another thread is at it, or this one further up; it will look again.
            return;
        }
        do {
            try {
                advance();
            } catch (IOException | RuntimeException broken) {
                onError(broken);
            }
            runAfterwards();
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }

    private void runAfterwards() {
        Runnable action = afterwards.getAndSet(null);
        if (action != null) {
            action.run();
        }
    }

    private void advance() throws IOException {
        byte[][] all = pieces;
        while (all != null && writable && !ended.get() && out.isReady()) {
            if (piece < all.length) {
                writeSome(all[piece]);
            } else if (piece == all.length) {
                out.flush();
                piece++;
            } else {
                // Flushed, and ready for more: only now the container has done with it.
                all = null;
                pieces = null;
                observer.written();
            }
        }
    }

    private void writeSome(byte[] bytes) throws IOException {
        int length = Math.min(CHUNK, bytes.length - position);
        out.write(bytes, position, length);
        position += length;
        if (position == bytes.length) {
            piece++;
            position = 0;
        }
    }
}
