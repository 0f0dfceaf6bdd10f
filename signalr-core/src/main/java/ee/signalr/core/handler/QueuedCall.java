// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.dispatch.Invocation;
import java.util.concurrent.CompletableFuture;

/**
 * A call in the mailbox, which counts as waiting input until it starts.
 *
 * @param size how many bytes it counts
 */
record QueuedCall(TransportConnection connection, int size, Invocation invocation) implements Mailbox.Call {

    @Override
    public boolean needsPermit() {
        return invocation.needsPermit();
    }

    @Override
    public CompletableFuture<Void> start() {
        connection.waitingInput().release(size);
        return invocation.start();
    }
}
