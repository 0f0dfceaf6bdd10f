// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The way to one client for what calls of it produce. Thread-safe; never blocks. */
public interface ClientOutput {

    /**
     * Sends the answer to a call, together with others that are about to come.
     *
     * @throws ee.signalr.HubEncodingException when its result cannot be written
     */
    void reply(CompletionMessage completion);

    /**
     * Adds a message that leaves with the next {@link #flush}, {@link #flushSoon} or answer.
     *
     * @throws ee.signalr.HubEncodingException when a value in it cannot be written
     */
    void hold(HubMessage message);

    /** Sends what is held. */
    void flush();

    /** Sends what is held after about a millisecond, unless something else does so before. */
    void flushSoon();

    /**
     * Completes when the client's queue has room: {@link ee.signalr.core.connection.TransportConnection#ROOM} when it has
     * room now, otherwise later, on a thread that may run user code.
     */
    CompletionStage<Void> room();

    /** Runs user code. */
    Executor executor();
}
