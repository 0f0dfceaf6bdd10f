// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.test;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs something on a thread of which neither engine nor container know. */
public final class Elsewhere {

    private Elsewhere() {}

    /** The result, or the message of what was thrown. */
    public static CompletableFuture<String> call(Supplier<String> action) {
        return CompletableFuture.supplyAsync(action, task -> new Thread(task, "elsewhere").start())
                .exceptionally(failure -> failure.getCause().getMessage());
    }
}
