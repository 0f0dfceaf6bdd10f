// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;

/**
 * Streams as the servlet specification describes them, for servers that keep to it: Jetty, WildFly and Payara. Their traps
 * are answered where they are: in {@link NonBlockingBody} and {@link BodyReader}. Stateless.
 */
class StandardStreams implements BodyStreams {

    @Override
    public BodyOutput open(ServletOutputStream out, BodyOutput.Observer observer) {
        NonBlockingBody body = new NonBlockingBody(out, observer, endAtErrors());
        out.setWriteListener(body);
        return body;
    }

    @Override
    public void resume(ServletInputStream in, Runnable reading) {
        reading.run();
    }
}
