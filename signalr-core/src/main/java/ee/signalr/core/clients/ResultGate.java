// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

/**
 * What has a say when a result is asked for through the clients of one caller. It exists so that calls of a client that wait
 * for clients do not keep out the calls on which these depend. Thread-safe.
 */
public interface ResultGate {

    /** Has nothing to say. */
    ResultGate OPEN = new ResultGate() {

        @Override
        public void check() {
            // nothing to refuse
        }

        @Override
        public Runnable enter() {
            return () -> {};
        }
    };

    /**
     * A result is about to be asked for.
     *
     * @throws IllegalStateException when results cannot be asked for now
     */
    void check();

    /**
     * A result has been asked for, so that calls which this lets start ask after it.
     *
     * @return run once, when the result has come or is given up
     */
    Runnable enter();
}
