// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes on a thread of its own, which may wait for the client, where a container's non-blocking output blocks all the same: that of
 * Open Liberty always says that it is ready. Thread-safe, for one write at a time.
 */
final class BackgroundBody implements BodyOutput, Runnable {

    private final OutputStream out;
    private final Observer observer;
    private final Executor executor;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<@Nullable Runnable> afterwards = new AtomicReference<>();

    private volatile byte[][] pieces = {};
    private volatile boolean writing;

    BackgroundBody(OutputStream out, Observer observer, Executor executor) {
        this.out = out;
        this.observer = observer;
        this.executor = executor;
    }

    @Override
    public void write(byte[]... next) {
        pieces = next;
        writing = true;
        try {
            executor.execute(this);
        } catch (RejectedExecutionException stopped) {
            writing = false;
            fail(stopped);
        }
    }

    @Override
    public void run() {
        try {
            if (!ended.get()) {
                writeAll();
            }
        } catch (IOException | RuntimeException broken) {
            writing = false;
            fail(broken);
        }
        writing = false;
        if (ended.get()) {
            runAfterwards();
        } else {
            observer.written();
        }
    }

    private void writeAll() throws IOException {
        for (byte[] piece : pieces) {
            out.write(piece);
        }
        out.flush();
        pieces = new byte[][] {};
    }

    private void fail(Throwable cause) {
        if (ended.compareAndSet(false, true)) {
            observer.failed(cause);
        }
    }

    @Override
    public void end(Runnable action) {
        ended.set(true);
        afterwards.set(action);
        // After the action is set: the writing thread resets the flag first and then looks for it, so one of the two
        // sees both.
        if (!writing) {
            runAfterwards();
        }
    }

    private void runAfterwards() {
        Runnable action = afterwards.getAndSet(null);
        if (action != null) {
            action.run();
        }
    }
}
