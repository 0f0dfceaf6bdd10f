// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.streaming;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubException;
import ee.signalr.example.Background;
import ee.signalr.example.Each;
import ee.signalr.example.TimedItems;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Streams numbers to the caller, and sends back what the caller streams. A new instance for every call. */
@Hub("/streaming")
public class StreamingHub {

    static final int DELAY_COUNTER_ITEMS = 20;

    /** Longer delays are refused: the timer of a stream that is cancelled meanwhile lives until its end. */
    static final int LONGEST_DELAY = 60_000;

    private final HubCallerClients clients;
    private final Background background;

    @Inject
    StreamingHub(HubCallerClients clients, Background background) {
        this.clients = clients;
        this.background = background;
    }

    /**
     * Counts up from 0.
     *
     * @param count how many numbers
     * @param delay the time after each in milliseconds, at most a minute
     * @return the numbers
     */
    public Flow.Publisher<Integer> counter(int count, int delay) {
        if (delay < 0 || delay > LONGEST_DELAY) {
            throw new HubException("The delay must be from 0 to " + LONGEST_DELAY + " milliseconds");
        }
        return new TimedItems<>(background, count, Duration.ofMillis(delay), number -> number);
    }

    /**
     * Counts from 0 to 19.
     *
     * @param delay the time after each number in milliseconds, at most a minute
     * @return the numbers
     */
    public Flow.Publisher<Integer> delayCounter(int delay) {
        return counter(DELAY_COUNTER_ITEMS, delay);
    }

    /**
     * Calls {@code uploaded} of the caller with each item. The next one is taken when the caller has room for this one.
     *
     * @param items what the caller streams
     * @return done when the stream has ended
     */
    public CompletionStage<Void> uploadStream(Flow.Publisher<String> items) {
        return Each.of(items, item -> clients.caller().send("uploaded", item));
    }
}
