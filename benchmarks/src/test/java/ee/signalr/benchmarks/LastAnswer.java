// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import ee.signalr.TransportType;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends at once, and tells when a certain answer is in a frame. */
final class LastAnswer implements Transport {

    private static final long PATIENCE_SECONDS = 10;

    private final TransportConnection connection;
    private final byte[] mark;
    private final Semaphore answers = new Semaphore(0);
    private int awaited;

    LastAnswer(TransportConnection connection, String mark) {
        this.connection = connection;
        this.mark = mark.getBytes(StandardCharsets.UTF_8);
    }

    /** Waits for the next such frame; tells how many there have been. */
    int awaitAnswer() throws InterruptedException {
        if (!answers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("No answer");
        }
        return ++awaited;
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    public void send(OutboundMessage frame) {
        boolean last = hasMark(frame.bytes());
        connection.sent();
        if (last) {
            answers.release();
        }
    }

    /** Looks from the end, where the mark of the last answer is. */
    private boolean hasMark(byte[] bytes) {
        int lowest = Math.max(0, bytes.length - 2 * mark.length - 16);
        for (int start = bytes.length - mark.length; start >= lowest; start--) {
            if (Arrays.equals(bytes, start, start + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close(CloseStatus status) {
        connection.transportClosed(null);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void tick(long now) {
        // no time limits of its own
    }
}
