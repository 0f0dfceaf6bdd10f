// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.fakes;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response. It takes bytes without limit, unless the test blocks it: then it is not ready until the test says so. For
 * one thread at a time.
 */
public class FakeOutput extends ServletOutputStream {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int flushed;
    private @Nullable WriteListener listener;
    private @Nullable IOException failure;
    private boolean blocked;
    private boolean waited;
    private boolean readyAsked = true;

    /** From now on nothing is taken. */
    public void block() {
        blocked = true;
    }

    /** The client has read; the container says so when it was asked. */
    public void unblock() {
        blocked = false;
        if (waited && listener != null) {
            waited = false;
            possible();
        }
    }

    /** The client has gone; writing fails. */
    public void breakOff() {
        failure = new IOException("broken pipe");
    }

    /** What has been written and flushed. */
    public String text() {
        return new String(written.toByteArray(), 0, flushed, StandardCharsets.UTF_8);
    }

    /** What has been written, flushed or not. */
    byte[] bytes() {
        return written.toByteArray();
    }

    public boolean hasListener() {
        return listener != null;
    }

    private void possible() {
        try {
            if (listener != null) {
                listener.onWritePossible();
            }
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Override
    public boolean isReady() {
        waited = blocked;
        readyAsked = true;
        return !blocked;
    }

    @Override
    public void setWriteListener(WriteListener writeListener) {
        if (listener != null) {
            throw new IllegalStateException("a second write listener");
        }
        listener = writeListener;
        readyAsked = false;
        if (blocked) {
            waited = true;
        } else {
            possible();
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        use();
        written.write(bytes, offset, length);
    }

    /** Sends the head, and what has been written. */
    void send() throws IOException {
        if (failure != null) {
            throw failure;
        }
        flushed = written.size();
    }

    @Override
    public void flush() throws IOException {
        use();
        flushed = written.size();
    }

    private void use() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (listener != null && (blocked || !readyAsked)) {
            throw new IllegalStateException("written without having been asked whether it is ready");
        }
        readyAsked = listener == null;
    }
}
