// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints whose WebSockets are about to open, each under an id that cannot be guessed and that is good once and for a short time.
 * Thread-safe.
 */
final class PendingUpgrades {

    /** How long an id is good. A server opens the WebSocket in the course of the request that asks for it. */
    static final Duration LIFETIME = Duration.ofSeconds(10);

    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    PendingUpgrades(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Keeps an endpoint, and gives up those that have been kept for too long. */
    String add(HubEndpoint endpoint) {
        long now = nanoTime.getAsLong();
        pending.forEach((id, waiting) -> {
            if (waiting.isStale(now) && pending.remove(id, waiting)) {
                waiting.endpoint.neverOpened();
            }
        });
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        pending.put(id, new Pending(endpoint, now));
        return id;
    }

    /** The endpoint with that id, which is of no use any more afterwards. */
    Optional<HubEndpoint> take(@Nullable String id) {
        Pending found = id == null ? null : pending.remove(id);
        if (found == null) {
            return Optional.empty();
        }
        if (found.isStale(nanoTime.getAsLong())) {
            found.endpoint.neverOpened();
            return Optional.empty();
        }
        return Optional.of(found.endpoint);
    }

    /** How many there are. */
    int size() {
        return pending.size();
    }

    private record Pending(HubEndpoint endpoint, long since) {

        boolean isStale(long now) {
            return now - since > LIFETIME.toNanos();
        }
    }
}
