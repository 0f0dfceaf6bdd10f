// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.concurrent.CompletionStage;

/**
 * One or many clients whose methods can be called. Thread-safe; may be kept and used again.
 */
public interface ClientProxy {

    /**
     * Calls a method of every client that is addressed, without waiting for an answer. Messages reach a client in the
     * order in which the calls of this method returned. The message is encoded once for each hub protocol in use.
     *
     * <p>Clients, groups and users that do not exist (any more) are silently left out. The calling thread never waits for
     * a slow client; one that lets more than {@code outbound-byte-limit} bytes pile up is disconnected.
     *
     * @param method the name of the client's method, not empty
     * @param arguments the arguments, each written by the hub protocol (an element may be null); none is fine
     * @return a stage that completes at once when many are addressed, and when one is, as soon as its queue has room
     *     again (below {@code transport-max-buffer-size}) or the connection has ended; it never fails for a dead client
     * @throws IllegalArgumentException when {@code method} is empty
     * @throws HubEncodingException when an argument cannot be written
     */
    CompletionStage<Void> send(String method, Object... arguments);
}
