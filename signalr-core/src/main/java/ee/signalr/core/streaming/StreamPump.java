// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

/** Brings the items of one stream from where they are made to the client, as fast as both allow. Thread-safe. */
public interface StreamPump {

    /** Begins; called once, by a thread that may run user code. */
    void start();

    /**
     * Stops: whoever makes items is told at once, and the client gets a completion without error. Idempotent; also before
     * {@link #start}. Called by a thread that may run user code.
     */
    void cancel();
}
