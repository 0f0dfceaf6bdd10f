// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Runs work on threads of the application, and lets time pass without holding one. Thread-safe. */
public interface Background extends Executor {

    /**
     * Waits.
     *
     * @param delay how long
     * @return a stage that completes when the time is over, and fails when it cannot be waited for; never null
     */
    CompletionStage<Void> after(Duration delay);
}
