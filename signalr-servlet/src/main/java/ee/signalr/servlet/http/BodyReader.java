// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.connection.TransportConnection;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes the body of one POST into a connection without blocking: when the requests before it have been taken, as bytes arrive, and
 * while the hub keeps up. Threads that find the body in use leave their work to the one that uses it.
 */
final class BodyReader implements ReadListener {

    private static final System.Logger LOG = System.getLogger(BodyReader.class.getName());

    private static final int LARGEST_CHUNK = 8 * 1024;

    private final TransportConnection connection;
    private final HttpServletResponse response;
    private final ServletInputStream in;
    private final AsyncExchange exchange = new AsyncExchange(this::onError);
    private final AtomicInteger work = new AtomicInteger();
    private final int chunkSize;

    private volatile boolean myTurn;
    private volatile boolean allRead;
    private volatile boolean broken;
    /** Guarded by work, as all that follows. */
    private boolean answered;

    private boolean turnPassed;
    private boolean waited;

    private BodyReader(TransportConnection connection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        this.connection = connection;
        this.response = response;
        this.in = request.getInputStream();
        this.chunkSize = chunkSize(request.getContentLengthLong());
    }

    /** Begins to take a body, or to wait for its turn. */
    static void begin(TransportConnection connection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        BodyReader reader = new BodyReader(connection, request, response);
        reader.exchange.start(request);
        reader.in.setReadListener(reader);
        connection.takeInputTurn(reader::takeTurn);
    }

    private void takeTurn() {
        myTurn = true;
        advance();
    }

    private static int chunkSize(long contentLength) {
        return contentLength < 0 ? LARGEST_CHUNK : (int) Math.max(1, Math.min(contentLength, LARGEST_CHUNK));
    }

    @Override
    public void onDataAvailable() {
        advance();
    }

    @Override
    public void onAllDataRead() {
        allRead = true;
        advance();
    }

    @Override
    public void onError(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "The body of a request to " + connection + " has been broken off", cause);
        broken = true;
        advance();
    }

    private void advance() {
        int seen = work.incrementAndGet();
        if (seen != 1) {
            // Another thread is at it, or this one further up; it will look again.
            return;
        }
        do {
            step();
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }

    private void step() {
        if (!answered && broken) {
            answer(HttpServletResponse.SC_BAD_REQUEST);
        } else if (!answered && myTurn) {
            try {
                read();
            } catch (IOException | RuntimeException failure) {
                onError(failure);
            }
        }
        if (answered && myTurn && !turnPassed) {
            turnPassed = true;
            connection.passInputTurn();
        }
    }

    private void read() throws IOException {
        while (!allRead && !in.isFinished()) {
            if (!connection.takesInput()) {
                answer(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            if (!connection.hasInputRoom()) {
                awaitRoom();
                return;
            }
            if (!in.isReady()) {
                return;
            }
            byte[] chunk = new byte[chunkSize];
            int length = in.read(chunk);
            if (length < 0) {
                allRead = true;
            } else if (length > 0) {
                connection.receive(length == chunk.length ? chunk : Arrays.copyOf(chunk, length));
            }
        }
        finish();
    }

    private void finish() {
        if (!connection.hasInputRoom()) {
            awaitRoom();
        } else if (waited && !connection.takesInput()) {
            answer(HttpServletResponse.SC_NOT_FOUND);
        } else {
            // Also when these very bytes have ended the connection: they have been taken.
            answer(HttpServletResponse.SC_OK);
        }
    }

    private void awaitRoom() {
        waited = true;
        connection.whenInputRoom(this::advance);
    }

    private void answer(int status) {
        answered = true;
        if (!exchange.isCompleted()) {
            Answers.empty(response, status);
            exchange.complete();
        }
    }
}
