// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes as far as the container takes it, and goes on when the container says so. At any time one thread owns the stream, or the
 * container does: from the moment on when the stream says that it is not ready, which the container may answer at once on a thread
 * of its own, whoever has asked touches nothing any more.
 *
 * <p>An end with nothing written waits for the container's first call, because Tomcat gives up the connection without an answer
 * when another thread completes the exchange just before that call. Thread-safe, for one write at a time.
 */
final class NonBlockingBody implements BodyOutput, WriteListener {

    private enum Phase {
        /** The container has not called yet, and there is nothing to write. */
        UNOPENED,
        /** The container has not called yet. */
        LOADED,
        /** The container has not called yet, there is nothing to write, and its call is the end. */
        LEAVING,
        /** The stream is ready, and there is nothing to write. */
        IDLE,
        /** A thread asks whether the stream is ready, or the container has been asked to call. */
        ASKING,
        /** A thread writes. */
        WRITING,
        /** A thread writes, and is to end when it has. */
        ENDING,
        ENDED
    }

    private static final int CHUNK = 16 * 1024;

    private final ServletOutputStream out;
    private final Observer observer;
    private final boolean serverTellsOfErrors;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.UNOPENED);
    private final AtomicReference<@Nullable Runnable> afterwards = new AtomicReference<>();

    private byte[][] pieces = {};
    private int piece;
    private int position;

    /**
     * Makes the output of a response.
     *
     * @param serverTellsOfErrors whether the server calls for what a write has thrown already, and only then may the exchange be ended
     */
    NonBlockingBody(ServletOutputStream out, Observer observer, boolean serverTellsOfErrors) {
        this.out = out;
        this.observer = observer;
        this.serverTellsOfErrors = serverTellsOfErrors;
    }

    @Override
    public void write(byte[]... next) {
        piece = 0;
        position = 0;
        pieces = next;
        if (!phase.compareAndSet(Phase.UNOPENED, Phase.LOADED) && phase.compareAndSet(Phase.IDLE, Phase.WRITING)) {
            try {
                advance();
            } catch (IOException | RuntimeException broken) {
                refused(broken);
            }
        }
    }

    private void refused(Exception cause) {
        boolean told = serverTellsOfErrors && cause instanceof IOException;
        if (!told || !phase.compareAndSet(Phase.WRITING, Phase.ENDED)) {
            onError(cause);
        }
    }

    @Override
    public void onWritePossible() {
        if (phase.compareAndSet(Phase.UNOPENED, Phase.IDLE)) {
            return;
        }
        if (phase.compareAndSet(Phase.LOADED, Phase.WRITING) || phase.compareAndSet(Phase.ASKING, Phase.WRITING)) {
            try {
                advance();
            } catch (IOException | RuntimeException broken) {
                onError(broken);
            }
        } else if (phase.compareAndSet(Phase.LEAVING, Phase.ENDED)) {
            // Looked for last: what another thread may have made of the others in between.
            runAfterwards();
        }
    }

    private void advance() throws IOException {
        while (mayWrite()) {
            if (piece < pieces.length) {
                writeSome(pieces[piece]);
            } else if (piece == pieces.length) {
                out.flush();
                piece++;
            } else {
                // Flushed, and ready for more: only now the container has done with the bytes.
                finish();
                return;
            }
        }
    }

    private boolean mayWrite() {
        if (!phase.compareAndSet(Phase.WRITING, Phase.ASKING)) {
            runAfterwards();
            return false;
        }
        return out.isReady() && phase.compareAndSet(Phase.ASKING, Phase.WRITING);
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

    private void finish() {
        pieces = new byte[][] {};
        if (phase.compareAndSet(Phase.WRITING, Phase.IDLE)) {
            observer.written();
        } else {
            runAfterwards();
        }
    }

    @Override
    public void onError(Throwable cause) {
        Phase before = phase.getAndSet(Phase.ENDED);
        if (before == Phase.ENDING || before == Phase.LEAVING) {
            runAfterwards();
        } else if (before != Phase.ENDED) {
            observer.failed(cause);
        }
    }

    @Override
    public void end(Runnable action) {
        afterwards.set(action);
        if (phase.updateAndGet(NonBlockingBody::ending) == Phase.ENDED) {
            runAfterwards();
        }
    }

    /**
     * What comes after a phase when it is to end. With nothing to write the container's first call is waited for: Tomcat, which is
     * about to make it, gives up the connection without an answer when another thread completes the exchange in between. With
     * bytes that nobody takes the call may never come, and no answer is owed.
     */
    private static Phase ending(Phase now) {
        return switch (now) {
            case UNOPENED, LEAVING -> Phase.LEAVING;
            case WRITING, ENDING -> Phase.ENDING;
            case LOADED, IDLE, ASKING, ENDED -> Phase.ENDED;
        };
    }

    private void runAfterwards() {
        phase.set(Phase.ENDED);
        Runnable action = afterwards.getAndSet(null);
        if (action != null) {
            action.run();
        }
    }
}
