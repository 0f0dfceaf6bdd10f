// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import org.jspecify.annotations.Nullable;

/** Ends a stream that a pump has served. Thread-safe. */
public interface StreamEnd {

    /**
     * Sends the completion, unless the stream has ended before.
     *
     * @param failure why there are no more items; null when there just are none, or nobody wants them
     */
    void end(@Nullable Throwable failure);

    /** No code of the hub runs any more for the stream: what it needed can go. Called once, perhaps before {@link #end}. */
    void release();
}
