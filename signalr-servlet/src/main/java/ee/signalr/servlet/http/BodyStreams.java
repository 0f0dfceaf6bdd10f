// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import java.util.concurrent.Executor;

/**
 * How bodies are read and written on a server without a thread waiting for the client. It exists because the non-blocking streams
 * of servers differ in what they are worth. Thread-safe.
 */
interface BodyStreams {

    /** Takes over the output of a request that has been made asynchronous. Called by the thread of the request. */
    BodyOutput open(ServletOutputStream out, BodyOutput.Observer observer);

    /** Goes on to read a body on a thread that the container has not called. */
    void resume(ServletInputStream in, Runnable reading);

    /**
     * The way for a server.
     *
     * @param background runs what waits for a client, where there is no other way
     */
    static BodyStreams of(ServletContext context, Executor background) {
        boolean liberty = String.valueOf(context.getServerInfo()).contains("Liberty");
        return liberty ? new LibertyStreams(background) : new StandardStreams();
    }
}
