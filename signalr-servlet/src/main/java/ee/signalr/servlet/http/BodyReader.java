// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.config.Options;
import ee.signalr.core.connection.TransportConnection;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes the body of one POST into a connection without blocking: when the requests before it have been taken, as bytes arrive, and
 * while the hub keeps up. At any time one thread owns the stream, or the container does: before its first call, and from the moment
 * on when the stream says that it is not ready.
 */
final class BodyReader implements ReadListener {

    private static final System.Logger LOG = System.getLogger(BodyReader.class.getName());

    private static final int LARGEST_CHUNK = 8 * 1024;

    private final TransportConnection connection;
    private final HttpServletResponse response;
    private final BodyStreams streams;
    private final ServletInputStream in;
    private final long contentLength;
    private final long limit;
    private final AsyncExchange exchange = new AsyncExchange(this::onError);
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicBoolean turnPassed = new AtomicBoolean();

    private volatile boolean myTurn;
    private volatile boolean waited;

    /** Changed by the owner of the stream only. */
    private volatile long taken;

    private BodyReader(
            TransportConnection connection,
            HttpServletRequest request,
            HttpServletResponse response,
            BodyStreams streams)
            throws IOException {
        this.connection = connection;
        this.response = response;
        this.streams = streams;
        this.in = request.getInputStream();
        this.contentLength = request.getContentLengthLong();
        this.limit = connection.endpoint().settings().limit(Options.MAXIMUM_POST_SIZE);
    }

    /** Begins to take a body, or to wait for its turn. */
    static void begin(
            TransportConnection connection,
            HttpServletRequest request,
            HttpServletResponse response,
            BodyStreams streams)
            throws IOException {
        BodyReader reader = new BodyReader(connection, request, response, streams);
        reader.exchange.start(request);
        connection.inputTurns().take(reader::takeTurn);
    }

    private void takeTurn() {
        myTurn = true;
        if (answered.get()) {
            // The client has gone while it waited.
            passTurn();
        } else if (contentLength == 0) {
            bodyTaken();
        } else {
            listen();
        }
    }

    private void listen() {
        try {
            in.setReadListener(this);
        } catch (RuntimeException refused) {
            onError(refused);
        }
    }

    @Override
    public void onDataAvailable() {
        read();
    }

    @Override
    public void onAllDataRead() throws IOException {
        // GlassFish and Payara call when all has arrived, whether it has been read or not.
        if (isTaken()) {
            bodyTaken();
        }
    }

    @Override
    public void onError(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "The body of a request to " + connection + " has been broken off", cause);
        answer(HttpServletResponse.SC_BAD_REQUEST);
    }

    private void read() {
        try {
            while (!answered.get()) {
                if (isTaken()) {
                    bodyTaken();
                    return;
                }
                if (!connection.takesInput()) {
                    answer(HttpServletResponse.SC_NOT_FOUND);
                    return;
                }
                if (!in.isReady() || !hasRoom(this::resume)) {
                    return;
                }
                if (!readSome()) {
                    bodyTaken();
                    return;
                }
            }
        } catch (IOException | RuntimeException failure) {
            onError(failure);
        }
    }

    private void resume() {
        streams.resume(in, this::read);
    }

    /**
     * The input alone may be wrong: Jetty's knows only after one more look that nothing comes behind the last byte, and that of
     * GlassFish and Payara is finished when all has arrived, although it has not been read.
     */
    private boolean isTaken() throws IOException {
        return taken == contentLength || (in.isFinished() && in.available() == 0);
    }

    /** Whether the input has not ended. */
    private boolean readSome() throws IOException {
        byte[] chunk = new byte[chunkSize()];
        int length = in.read(chunk);
        if (length < 0) {
            return false;
        }
        taken += length;
        if (taken > limit) {
            // The client cannot know how much of it has been taken, so nothing more of this connection makes sense.
            connection.crossed(Options.MAXIMUM_POST_SIZE);
            connection.endInput(new BodyTooLargeException(limit));
            answer(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (length > 0) {
            connection.receive(length == chunk.length ? chunk : Arrays.copyOf(chunk, length));
        }
        return true;
    }

    private int chunkSize() {
        return contentLength < 0 ? LARGEST_CHUNK : (int) Math.min(contentLength, LARGEST_CHUNK);
    }

    private void bodyTaken() {
        if (hasRoom(this::bodyTaken)) {
            // Also when these very bytes have ended the connection: they have been taken.
            boolean unheard = waited && !connection.takesInput();
            answer(unheard ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_OK);
        }
    }

    /** Whether the hub has room; otherwise this thread is to leave, and another will go on with the action. */
    private boolean hasRoom(Runnable action) {
        if (connection.waitingInput().hasRoom()) {
            return true;
        }
        waited = true;
        HandOver handOver = new HandOver(action);
        connection.waitingInput().whenRoom(handOver);
        return handOver.isDue();
    }

    private void answer(int status) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        if (!exchange.isCompleted()) {
            Answers.empty(response, status);
            streams.finishHead(response);
            exchange.complete();
        }
        passTurn();
    }

    private void passTurn() {
        // Called by whoever sets one of the two conditions, after setting it, so that at least one call finds both.
        if (myTurn && answered.get() && turnPassed.compareAndSet(false, true)) {
            connection.inputTurns().pass();
        }
    }
}
