// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When keys on another server are fetched, and for how long they are used. */
@Timeout(30)
class RemoteKeysTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    /** Overflows after a few seconds, as {@link System#nanoTime} may. */
    private final AtomicLong clock =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(3).toNanos());

    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicReference<KeyFetch> server = new AtomicReference<>(() -> keys("one"));
    private final RemoteKeys remote = new RemoteKeys(
            () -> {
                fetches.incrementAndGet();
                return server.get().get();
            },
            clock::get);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final RecordedLog log = RecordedLog.of(RemoteKeys.class, Level.WARNING);

    @AfterEach
    void stopListening() {
        log.close();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void shouldFetchNothingBeforeAToken() {
        assertThat(fetches).hasValue(0);
    }

    @Test
    void shouldFetchOnceForManyTokens() {
        for (int i = 0; i < 100; i++) {
            assertThat(remote.candidates("one")).hasSize(1);
            assertThat(remote.candidates(null)).hasSize(1);
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void shouldFetchForAnUnknownIdOnlyNowAndThen() {
        for (int i = 0; i < 100; i++) {
            assertThat(remote.candidates("unknown-" + i)).isEmpty();
        }
        assertThat(fetches).hasValue(1);

        pass(RemoteKeys.PAUSE);
        for (int i = 0; i < 100; i++) {
            assertThat(remote.candidates("unknown-" + i)).isEmpty();
        }
        assertThat(fetches).hasValue(2);
    }

    @Test
    void shouldFindANewKeyAfterThePause() {
        remote.candidates("one");
        server.set(() -> keys("one", "two"));
        assertThat(remote.candidates("two")).isEmpty();

        pass(RemoteKeys.PAUSE.minus(MOMENT));
        assertThat(remote.candidates("two")).isEmpty();

        pass(MOMENT);
        assertThat(remote.candidates("two")).hasSize(1);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void shouldForgetAKeyThatIsGone() {
        remote.candidates("one");
        server.set(() -> keys("two"));

        pass(RemoteKeys.FRESH.minus(MOMENT));
        assertThat(remote.candidates("one")).hasSize(1);
        assertThat(fetches).hasValue(1);

        pass(MOMENT);
        assertThat(remote.candidates("one")).isEmpty();
        assertThat(remote.candidates("two")).hasSize(1);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void shouldUseOldKeysWhileNoneCanBeFetchedButNotForEver() {
        remote.candidates("one");
        server.set(RemoteKeysTest::unreachable);

        pass(RemoteKeys.FRESH);
        assertThat(remote.candidates("one")).hasSize(1);
        assertThat(remote.candidates("one")).hasSize(1);
        assertThat(fetches).as("one more, which fails").hasValue(2);
        assertThat(log.lines()).singleElement().asString().startsWith("SIGNALR-4001: ");

        pass(RemoteKeys.USABLE.minus(RemoteKeys.FRESH).minus(MOMENT));
        assertThat(remote.candidates("one")).hasSize(1);

        pass(MOMENT);
        assertThat(remote.candidates("one")).isEmpty();
    }

    @Test
    void shouldTryAgainAfterThePauseWhenTheFirstFetchFails() {
        server.set(RemoteKeysTest::unreachable);
        assertThat(remote.candidates("one")).isEmpty();
        assertThat(remote.candidates("one")).isEmpty();
        assertThat(fetches).hasValue(1);

        server.set(() -> keys("one"));
        pass(RemoteKeys.PAUSE);
        assertThat(remote.candidates("one")).hasSize(1);
    }

    @Test
    void shouldKeepItsKeysWhenNoneCome() {
        remote.candidates("one");
        server.set(() -> {
            throw new IllegalArgumentException("is neither PEM nor JSON of a key or a set of keys");
        });

        pass(RemoteKeys.FRESH);
        assertThat(remote.candidates("one")).hasSize(1);
    }

    @Test
    void shouldFetchOnceForManyThreadsAndLetThemWait() throws Exception {
        int threads = 8;
        server.set(this::keysAfterAWhile);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> found = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> remote.candidates("one").size()))
                    .toList();
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            answered.countDown();

            for (Future<Integer> one : found) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            }
            assertThat(fetches).hasValue(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void shouldNotWaitWhenInterrupted() throws Exception {
        server.set(this::keysAfterAWhile);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<?> first = pool.submit(() -> remote.candidates("one"));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            Thread.currentThread().interrupt();

            assertThat(remote.candidates("one")).isEmpty();
            assertThat(Thread.interrupted()).isTrue();
            answered.countDown();
            first.get(10, TimeUnit.SECONDS);
            assertThat(remote.candidates("one")).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Answers when the test says so. */
    private KeySet keysAfterAWhile() throws IOException {
        asked.countDown();
        await(answered);
        return keys("one");
    }

    private static KeySet keys(String... ids) {
        return new KeySet(List.of(ids).stream()
                .map(id -> new VerificationKey(id, TestKeys.RSA.getPublic()))
                .toList());
    }

    private static KeySet unreachable() throws IOException {
        throw new IOException("connection refused");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("nobody answers");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
