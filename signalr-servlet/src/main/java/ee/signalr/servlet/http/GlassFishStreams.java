// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Streams of GlassFish 8. Its streams are as the specification has them, but it sets the status to 200 before it tells a listener
 * that an exchange is complete, and sends the head of an answer without a body only then. A status that has been sent stays. Payara
 * has no such thing. Immutable.
 */
final class GlassFishStreams implements BodyStreams {

    private static final System.Logger LOG = System.getLogger(GlassFishStreams.class.getName());

    private final BodyStreams standard = new StandardStreams();

    @Override
    public BodyOutput open(ServletOutputStream out, BodyOutput.Observer observer) {
        return standard.open(out, observer);
    }

    @Override
    public void resume(ServletInputStream in, Runnable reading) {
        standard.resume(in, reading);
    }

    @Override
    public void finishHead(HttpServletResponse response) {
        try {
            response.flushBuffer();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "Nobody is there to take the answer", gone);
        }
    }
}
