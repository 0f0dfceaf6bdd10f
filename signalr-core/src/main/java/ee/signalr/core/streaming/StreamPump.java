// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

/** Brings the items of one stream from where they are made to the client, as fast as both allow. Thread-safe. */
public interface StreamPump {

    /** Begins; called at most once, by a thread that may run user code. */
    void start();

    /**
     * In place of {@link #start} when nobody wants the stream any more: lets go of what the method has returned, so that what it
     * holds is given back. As {@link #cancel}, a publisher has a subscriber first, who cancels.
     */
    void discard();

    /**
     * Stops: whoever makes items is told at once, and the client gets a completion without error. Idempotent; also before
     * {@link #start}. Called by a thread that may run user code.
     */
    void cancel();
}
