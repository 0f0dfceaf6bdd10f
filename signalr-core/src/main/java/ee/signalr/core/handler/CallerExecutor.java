// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.connection.TransportOrigin;
import java.util.concurrent.Executor;

/**
 * Runs user code of one client with what the server knows of that client, so that the platform sees the same caller as the hub.
 * Thread-safe.
 */
final class CallerExecutor implements Executor {

    private final Executor threads;
    private final TransportConnection connection;

    private CallerExecutor(Executor threads, TransportConnection connection) {
        this.threads = threads;
        this.connection = connection;
    }

    /** The executor of a client: the threads themselves, for one of whom the server knows nothing. */
    static Executor of(Executor threads, TransportConnection connection) {
        return connection.owner().context() == TransportOrigin.NO_CONTEXT
                ? threads
                : new CallerExecutor(threads, connection);
    }

    @Override
    public void execute(Runnable task) {
        // Asked for when it runs: the client may have refreshed its authentication meanwhile.
        threads.execute(() -> connection.owner().context().execute(task));
    }
}
