// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes on a thread of its own, which may wait for the client, where a container's non-blocking output blocks all the same. */
final class BackgroundBody implements BodyOutput, Runnable {

    private final OutputStream out;
    private final Observer observer;
    private final Executor executor;
    private final AtomicBoolean ended = new AtomicBoolean();

    private volatile byte[][] pieces = {};

    BackgroundBody(OutputStream out, Observer observer, Executor executor) {
        this.out = out;
        this.observer = observer;
        this.executor = executor;
    }

    @Override
    public void write(byte[]... next) {
        pieces = next;
        try {
            executor.execute(this);
        } catch (RejectedExecutionException stopped) {
            fail(stopped);
        }
    }

    @Override
    public void run() {
        if (ended.get()) {
            return;
        }
        try {
            for (byte[] piece : pieces) {
                out.write(piece);
            }
            out.flush();
        } catch (IOException | RuntimeException broken) {
            fail(broken);
            return;
        }
        pieces = new byte[][] {};
        observer.written();
    }

    private void fail(Throwable cause) {
        if (ended.compareAndSet(false, true)) {
            observer.failed(cause);
        }
    }

    @Override
    public void stop() {
        ended.set(true);
    }
}
