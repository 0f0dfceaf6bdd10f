// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One authenticator serves many threads at a time, and mixes up nobody. */
@Timeout(60)
class ManyThreadsTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 100;

    private final JwtAuthenticator authenticator = TestAuthenticator.of(TestAuthenticator.STRICT);
    private final CyclicBarrier start = new CyclicBarrier(THREADS);

    @Test
    void shouldTellEachThreadItsOwnCaller() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                outcomes.add(pool.submit(rounds("user-" + i)));
            }
            for (Future<Boolean> outcome : outcomes) {
                assertThat(outcome.get(30, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Callable<Boolean> rounds(String name) {
        TestToken token = TestToken.good().with("upn", name);
        String good = token.text();
        String bad = token.signed("RS256", TestKeys.OTHER_RSA.getPrivate()).text();
        return () -> {
            start.await(10, TimeUnit.SECONDS);
            boolean right = true;
            for (int round = 0; round < ROUNDS; round++) {
                right &= authenticator.caller(good).principal().getName().equals(name);
                right &= authenticator.authenticate(bad).isEmpty();
            }
            return right;
        };
    }
}
