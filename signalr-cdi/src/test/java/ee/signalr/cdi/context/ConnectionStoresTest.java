// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.cdi.test.FakeCaller;
import ee.signalr.cdi.test.LogRecords;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionStoresTest {

    private final ConnectionStores stores = new ConnectionStores(true, ConnectionStoresTest.class.getClassLoader());
    private final FakeCaller ann = new FakeCaller("ann");
    private final FakeCaller bob = new FakeCaller("bob");
    private final Words words = new Words();

    @Test
    void shouldGiveEveryConnectionAStoreOfItsOwn() {
        ConnectionStore first = stores.enter(ann.caller(), ann);

        assertThat(stores.enter(ann.caller(), ann)).isSameAs(first);
        assertThat(stores.enter(bob.caller(), bob)).isNotSameAs(first);
    }

    @Test
    void shouldGiveNoStoreWhereNothingIsConnectionScoped() {
        assertThat(new ConnectionStores(false, getClass().getClassLoader()).enter(ann.caller(), ann))
                .isNull();
    }

    @Test
    void shouldMakeAnInstanceWhenAskedToAndKeepIt() {
        ConnectionStore store = stores.enter(ann.caller(), ann);

        assertThat(store.get(words)).isNull();
        assertThat(store.get(words, new NoContext())).isEqualTo("word 1");
        assertThat(store.get(words, new NoContext())).isEqualTo("word 1");
        assertThat(store.get(words)).isEqualTo("word 1");
    }

    @Test
    void shouldDestroyASingleInstanceWhenAskedTo() {
        ConnectionStore store = stores.enter(ann.caller(), ann);
        store.get(words, new NoContext());

        store.destroy(words);
        store.destroy(words);

        assertThat(words.destroyed).containsExactly("word 1");
        assertThat(store.get(words)).isNull();
    }

    @Test
    void shouldDestroyTheInstancesOfAConnectionThatHasEnded() {
        use(ann);
        use(bob);

        stores.end(ann.caller());
        stores.end(ann.caller());

        assertThat(words.destroyed).containsExactly("word 1");
    }

    @Test
    void shouldLeaveTheInstancesToACallThatIsStillRunning() {
        ConnectionStore store = stores.enter(ann.caller(), ann);
        store.get(words, new NoContext());

        stores.end(ann.caller());
        assertThat(words.destroyed).isEmpty();
        assertThat(store.get(words)).isEqualTo("word 1");
        store.leave();

        assertThat(words.destroyed).containsExactly("word 1");
    }

    @Test
    void shouldDestroyWhatACallHasMadeThatCameTooLate() {
        use(ann);
        ann.abort();
        stores.end(ann.caller());

        use(ann);

        assertThat(words.destroyed).containsExactly("word 1", "word 2");
    }

    @Test
    void shouldKeepTheInstancesForTheLastCallback() {
        use(ann);
        ann.abort();

        assertThat(use(ann)).isEqualTo("word 1");
        assertThat(words.destroyed).isEmpty();
    }

    @Test
    void shouldDestroyEverythingWhenTheApplicationEnds() {
        use(ann);
        use(bob);

        stores.endAll();

        assertThat(words.destroyed).containsExactlyInAnyOrder("word 1", "word 2");
    }

    @Test
    void shouldGoOnAndLogWhenAnInstanceCannotBeDestroyed() {
        try (LogRecords log = new LogRecords("ee.signalr.cdi")) {
            ConnectionStore store = stores.enter(ann.caller(), ann);
            store.get(new Indestructible(), new NoContext());
            store.get(words, new NoContext());
            store.leave();

            stores.end(ann.caller());

            assertThat(words.destroyed).containsExactly("word 1");
            assertThat(log.records()).singleElement().satisfies(entry -> {
                assertThat(entry.getMessage()).startsWith("SIGNALR-2006");
                assertThat(entry.getThrown()).hasMessage("as asked for");
            });
        }
    }

    @Test
    void shouldSetTheClassLoaderOfTheApplicationWhileItDestroys() {
        ClassLoader application = new ClassLoader(getClass().getClassLoader()) {};
        ConnectionStore store = new ConnectionStore(application);
        ClassLoader outer = Thread.currentThread().getContextClassLoader();
        store.get(words, new NoContext());

        store.end();

        assertThat(words.loader).isSameAs(application);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(outer);
    }

    @Test
    void shouldMakeOneInstanceForCallsThatRunInParallel() throws InterruptedException {
        ConnectionStore store = stores.enter(ann.caller(), ann);
        words.gate = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> store.get(words, new NoContext()));
        assertThat(words.creating.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> store.get(words, new NoContext()));

        words.gate.countDown();

        assertThat(first).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo("word 1");
        assertThat(second).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo("word 1");
    }

    private String use(FakeCaller caller) {
        ConnectionStore store = stores.enter(caller.caller(), caller);
        try {
            return store.get(words, new NoContext());
        } finally {
            store.leave();
        }
    }

    /** Makes numbered words. */
    private static final class Words implements Contextual<String> {

        private final List<String> destroyed = new CopyOnWriteArrayList<>();
        private final CountDownLatch creating = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile ClassLoader loader;
        private int made;

        @Override
        public String create(CreationalContext<String> context) {
            creating.countDown();
            try {
                assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException hurry) {
                throw new IllegalStateException(hurry);
            }
            return "word " + ++made;
        }

        @Override
        public void destroy(String instance, CreationalContext<String> context) {
            loader = Thread.currentThread().getContextClassLoader();
            destroyed.add(instance);
        }
    }

    /** Fails to end. */
    private static final class Indestructible implements Contextual<String> {

        @Override
        public String create(CreationalContext<String> context) {
            return "";
        }

        @Override
        public void destroy(String instance, CreationalContext<String> context) {
            throw new IllegalStateException("as asked for");
        }
    }

    /** Keeps nothing. */
    private static final class NoContext implements CreationalContext<String> {

        @Override
        public void push(String incompleteInstance) {
            // Nobody asks for it.
        }

        @Override
        public void release() {
            // Nothing depends on it.
        }
    }
}
