// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletOutputStream;
import java.util.concurrent.Executor;

/** Chooses how bodies are written on a server. Thread-safe. */
@FunctionalInterface
interface BodyOutputs {

    /** Takes over the output of a request that has been made asynchronous. Called by the thread of the request. */
    BodyOutput open(ServletOutputStream out, BodyOutput.Observer observer);

    /**
     * The way for a server.
     *
     * @param background runs what waits for a client
     */
    static BodyOutputs of(ServletContext context, Executor background) {
        // Liberty's stream always says that it is ready, and then waits for a client that does not read.
        boolean blocks = String.valueOf(context.getServerInfo()).contains("Liberty");
        return blocks ? (out, observer) -> new BackgroundBody(out, observer, background) : BodyOutputs::nonBlocking;
    }

    /** The way of the servlet API. */
    static BodyOutput nonBlocking(ServletOutputStream out, BodyOutput.Observer observer) {
        NonBlockingBody body = new NonBlockingBody(out, observer);
        out.setWriteListener(body);
        return body;
    }
}
