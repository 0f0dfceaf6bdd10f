// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.wire;

/** The server answered a WebSocket upgrade with something else than 101. */
public final class UpgradeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HttpReply reply;

    UpgradeRefusedException(HttpReply reply) {
        super(reply.status());
        this.reply = reply;
    }

    /** The server's answer. */
    public HttpReply reply() {
        return reply;
    }
}
