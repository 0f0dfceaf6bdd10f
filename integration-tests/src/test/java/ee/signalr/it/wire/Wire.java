// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A TCP connection to a server on this machine. Reads have a limit, and so has the wait for another thread's write; a write
 * that nobody takes ends with {@link #close}. One reader at a time.
 */
final class Wire implements AutoCloseable {

    /** How long any read of a part that has to come may take. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int CONNECT_MILLIS = 10_000;

    private final ReentrantLock writing = new ReentrantLock();
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** @param receiveBuffer size of the receive buffer, or 0 for the system's */
    Wire(int port, int receiveBuffer) {
        try {
            socket = new Socket();
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    void write(byte[] bytes) throws IOException {
        takeTurn();
        try {
            out.write(bytes);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /** A server that neither reads nor gives up the socket leaves a flood's write blocked, behind which others wait. */
    private void takeTurn() throws IOException {
        try {
            if (!writing.tryLock(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "Another write does not end: the server keeps the socket and does not read");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while waiting to write");
        }
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        socket.setSoTimeout((int) LIMIT.toMillis());
        return in.read();
    }

    /** The next byte (-1 at the end) if it comes in time. */
    Optional<Integer> read(Duration patience) throws IOException {
        socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
        try {
            return Optional.of(in.read());
        } catch (SocketTimeoutException nothing) {
            return Optional.empty();
        }
    }

    /** Whether a byte or the end is there already. */
    boolean hasMore() throws IOException {
        in.mark(1);
        Optional<Integer> next = read(Duration.ofMillis(1));
        in.reset();
        return next.isPresent();
    }

    byte[] read(int length) throws IOException {
        socket.setSoTimeout((int) LIMIT.toMillis());
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException(bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    byte[] readToEnd() throws IOException {
        socket.setSoTimeout((int) LIMIT.toMillis());
        return in.readAllBytes();
    }

    /** A line without its line end; it ends with CRLF. */
    String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0) {
                throw new EOFException("after '" + line + "'");
            }
            line.append((char) next);
        }
        if (line.isEmpty() || line.charAt(line.length() - 1) != '\r') {
            throw new IOException("A line without CRLF: " + line);
        }
        line.setLength(line.length() - 1);
        return line.toString();
    }

    /** Ends without the usual farewell of TCP: the server sees a reset. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
