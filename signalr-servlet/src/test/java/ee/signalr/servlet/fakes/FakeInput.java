// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.fakes;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The body of a request, which arrives when the test says so. For one thread at a time. */
public final class FakeInput extends ServletInputStream {

    private final Queue<Byte> arrived = new ArrayDeque<>();
    private @Nullable ReadListener listener;
    private @Nullable IOException failure;
    private boolean ended;
    private boolean early;
    private boolean waited;
    private boolean opened;
    private long read;

    /** Bytes arrive. */
    public void arrive(String text) {
        arrive(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes arrive. */
    public void arrive(byte[] bytes) {
        for (byte next : bytes) {
            arrived.add(next);
        }
        wake();
    }

    /** The body is complete. */
    public void end() {
        ended = true;
        wake();
    }

    /** The client goes away in the middle. */
    public void breakOff() {
        IOException cause = new IOException("broken off");
        failure = cause;
        if (listener != null) {
            listener.onError(cause);
        }
    }

    /** From now on the stream is finished when all has arrived, read or not. */
    public FakeInput finishingEarly() {
        early = true;
        return this;
    }

    @Override
    public int available() {
        return arrived.size();
    }

    /** How many bytes the product has read. */
    public long bytesRead() {
        return read;
    }

    private void wake() {
        ReadListener told = listener;
        if (told == null || !waited || (arrived.isEmpty() && !ended)) {
            return;
        }
        waited = false;
        opened = true;
        try {
            if (!arrived.isEmpty()) {
                told.onDataAvailable();
            }
            if (isFinished()) {
                told.onAllDataRead();
            }
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Override
    public boolean isFinished() {
        return ended && (early || arrived.isEmpty());
    }

    @Override
    public boolean isReady() {
        if (!opened) {
            throw new AssertionError("The stream belongs to the container before its first call");
        }
        waited = arrived.isEmpty() && failure == null;
        return !waited;
    }

    @Override
    public void setReadListener(ReadListener readListener) {
        if (listener != null) {
            throw new IllegalStateException("a second read listener");
        }
        listener = readListener;
        waited = true;
        wake();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (arrived.isEmpty()) {
            if (!ended) {
                throw new IllegalStateException("read although not ready");
            }
            return -1;
        }
        int count = Math.min(length, arrived.size());
        for (int i = 0; i < count; i++) {
            bytes[offset + i] = arrived.remove();
        }
        read += count;
        return count;
    }
}
