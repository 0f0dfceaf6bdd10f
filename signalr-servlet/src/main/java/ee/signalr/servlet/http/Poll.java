// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * One request of a long-polling client that waits for its answer. The transport sees to it that one thread answers it, once. What
 * is written to a client that has gone is lost, as in the reference.
 */
final class Poll implements BodyOutput.Observer {

    private static final System.Logger LOG = System.getLogger(Poll.class.getName());

    private static final long UNKNOWN = Long.MIN_VALUE;

    private final LongPollingTransport transport;
    private final HttpServletResponse response;
    private final BodyStreams streams;
    private final AsyncExchange exchange;
    private volatile BodyOutput body = UnopenedBody.INSTANCE;
    private long waitingSince = UNKNOWN;

    private Poll(LongPollingTransport transport, HttpServletResponse response, BodyStreams streams) {
        this.transport = transport;
        this.response = response;
        this.streams = streams;
        this.exchange = new AsyncExchange(this::failed, transport::endConnection);
    }

    /** Makes a request wait. */
    static Poll begin(
            LongPollingTransport transport,
            HttpServletRequest request,
            HttpServletResponse response,
            BodyStreams streams)
            throws IOException {
        Poll poll = new Poll(transport, response, streams);
        ServletOutputStream out = response.getOutputStream();
        poll.exchange.start(request, streams.endAtErrors());
        poll.body = streams.open(out, poll);
        return poll;
    }

    /** Whether it has waited for as long as the limit; the time runs from the first question on. For one caller at a time. */
    boolean isOverdue(long now, long limit) {
        if (waitingSince == UNKNOWN) {
            waitingSince = now;
        }
        return now - waitingSince >= limit;
    }

    /** Answers without a body. */
    void answer(int status) {
        body.end(() -> {
            if (!exchange.isCompleted()) {
                Answers.empty(response, status);
                streams.finishHead(response);
                exchange.complete();
            }
        });
    }

    /** Answers with what goes to the client; the transport hears when that is done. */
    void answer(byte[] frame) {
        if (exchange.isCompleted()) {
            transport.answered(this);
            return;
        }
        response.setContentType(Answers.BYTES);
        response.setContentLength(frame.length);
        body.write(frame);
    }

    /** Gives up an answer that does not get through. */
    void cutOff() {
        body.end(exchange::complete);
    }

    @Override
    public void written() {
        exchange.complete();
        transport.answered(this);
    }

    @Override
    public void failed(Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "A polling client has gone: " + transport, cause);
        cutOff();
        transport.lost(this);
    }
}
