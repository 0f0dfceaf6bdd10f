// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.heavy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets calls begin at the same time, each on its own thread. Thread-safe. */
@ApplicationScoped
public class StartingLine {

    private static final int SECONDS = 20;

    private final Map<String, CyclicBarrier> lines = new ConcurrentHashMap<>();

    /** Returns when so many wait at the line. */
    public void await(String line, int many) {
        try {
            lines.computeIfAbsent(line, name -> new CyclicBarrier(many)).await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("The others did not come", alone);
        }
    }
}
