// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;

/**
 * Streams of Tomcat. When a write by a thread of ours fails, its client having gone, Tomcat ends the exchange by itself, on a thread of
 * its own that tells listeners before. Who ends it at the same time may end that of another client, which has got the same objects
 * meanwhile: a poll lost its TCP connection when the reader of an event stream vanished. So what has failed is left to
 * that thread, which may come before the write returns. Stateless.
 */
final class TomcatStreams implements BodyStreams {

    private final BodyStreams standard = new StandardStreams();

    @Override
    public BodyOutput open(ServletOutputStream out, BodyOutput.Observer observer) {
        NonBlockingBody body = new NonBlockingBody(out, observer, true);
        out.setWriteListener(body);
        return body;
    }

    @Override
    public boolean endAtErrors() {
        return true;
    }

    @Override
    public void resume(ServletInputStream in, Runnable reading) {
        standard.resume(in, reading);
    }
}
