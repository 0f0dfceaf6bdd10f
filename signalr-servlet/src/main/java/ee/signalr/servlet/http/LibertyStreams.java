// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import java.util.concurrent.Executor;

/**
 * Streams of Open Liberty, as of 26.0.0.3. Its output always says that it is ready, and then makes the writer wait for a client that
 * does not read. Its input loses the next call of a read listener when a thread of ours asks whether it is ready while the container
 * is on the way out of, or into, a call of its own. Thread-safe.
 */
final class LibertyStreams implements BodyStreams {

    private static final System.Logger LOG = System.getLogger(LibertyStreams.class.getName());

    private final Executor background;

    LibertyStreams(Executor background) {
        this.background = background;
    }

    @Override
    public BodyOutput open(ServletOutputStream out, BodyOutput.Observer observer) {
        return new BackgroundBody(out, observer, background);
    }

    @Override
    public void resume(ServletInputStream in, Runnable reading) {
        // The container holds this lock while it calls a read listener. No other kind of lock can do it.
        synchronized (lockOf(in)) {
            reading.run();
        }
    }

    private static Object lockOf(ServletInputStream in) {
        try {
            return in.getClass().getMethod("getCompleteLockObj").invoke(in);
        } catch (ReflectiveOperationException other) {
            LOG.log(System.Logger.Level.DEBUG, "The input is not Liberty's own", other);
            return in;
        }
    }
}
