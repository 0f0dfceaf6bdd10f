// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

/**
 * What has a say when a result is asked for through the clients of one caller. It exists so that calls of a client that wait
 * for clients do not keep out the calls on which these depend. Thread-safe.
 */
@FunctionalInterface
public interface ResultGate {

    /** Has nothing to say. */
    ResultGate OPEN = () -> () -> {};

    /**
     * A result is about to be asked for.
     *
     * @return run once, when the result has come or is given up
     * @throws IllegalStateException when results cannot be asked for now
     */
    Runnable enter();
}
