// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
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

    /** Sees to it that an answer without a body keeps its status when the request, which is asynchronous, is completed next. */
    default void finishHead(HttpServletResponse response) {
        // Servers keep it.
    }

    /** Whether an exchange that has failed must be over, and nobody be writing, when the server has told of it. */
    default boolean endAtErrors() {
        return false;
    }

    /**
     * The way for a server.
     *
     * @param background runs what waits for a client, where there is no other way
     */
    static BodyStreams of(ServletContext context, Executor background) {
        String server = String.valueOf(context.getServerInfo());
        if (server.contains("Liberty")) {
            return new LibertyStreams(background);
        }
        if (server.contains("Tomcat")) {
            return new TomcatStreams();
        }
        return server.contains("GlassFish") ? new GlassFishStreams() : new StandardStreams();
    }
}
