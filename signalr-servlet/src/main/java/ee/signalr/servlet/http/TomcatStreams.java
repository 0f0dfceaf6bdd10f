// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

/**
 * Streams of Tomcat. When a write by a thread of ours fails, its client having gone, Tomcat tells listeners and ends the exchange on a
 * thread of its own, and gives its objects to the next request, before the write has returned perhaps. The rest of the write, or who
 * completes the exchange then, hits that request: a poll lost its TCP connection when the reader of somebody else's event stream
 * vanished. So a failed write is left to the thread that tells, and that one waits for the write. Stateless.
 */
final class TomcatStreams extends StandardStreams {

    @Override
    public boolean endAtErrors() {
        return true;
    }
}
