// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.core.transport.OutboundMessage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Has a thread for output wait until a frame has left. Thread-safe. */
final class WorkerSending implements FrameSending {

    private static final System.Logger LOG = System.getLogger(WorkerSending.class.getName());

    private final WaitingSends sends;
    private final Executor workers;

    WorkerSending(WaitingSends sends, Executor workers) {
        this.sends = sends;
        this.workers = workers;
    }

    @Override
    public void send(WebSocketTransport carrier, OutboundMessage frame) {
        try {
            workers.execute(() -> sends.send(carrier, frame));
        } catch (RejectedExecutionException stopped) {
            LOG.log(System.Logger.Level.DEBUG, "The application has stopped; the last frames need no worker", stopped);
            carrier.sendAsynchronously(frame);
        }
    }
}
