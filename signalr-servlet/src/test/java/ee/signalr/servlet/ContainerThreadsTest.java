// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import javax.naming.NameNotFoundException;
import org.glassfish.fakes.GlassFishLikeFactory;
import org.junit.jupiter.api.Test;

class ContainerThreadsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ClassLoader application = new ClassLoader(null) {};
    private final List<String> lookups = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private Executor captured = task -> {
        steps.add("enter");
        task.run();
        steps.add("leave");
    };

    private ContainerThreads threads(Object found) {
        return new ContainerThreads(
                application,
                name -> {
                    lookups.add(name);
                    if (found instanceof RuntimeException failure) {
                        throw failure;
                    }
                    return found;
                },
                () -> captured);
    }

    @Test
    void shouldMakeDaemonsWithTheClassLoaderOfTheApplication() {
        ContainerThreads threads = threads("nothing of use");
        threads.connect();

        Thread made = threads.newThread(() -> {});

        assertThat(made.isDaemon()).isTrue();
        assertThat(made.getContextClassLoader()).isSameAs(application);
        assertThat(made.getName()).isEqualTo("signalr-1");
        assertThat(threads.newThread(() -> {}).getName()).isEqualTo("signalr-2");
    }

    @Test
    void shouldLetTheContainerMakeThreadsWhereItCan() {
        Thread managed = new Thread(() -> {});
        ContainerThreads threads = threads((ThreadFactory) task -> managed);
        threads.connect();

        assertThat(threads.newThread(() -> {})).isSameAs(managed);
        assertThat(managed.isDaemon()).isTrue();
        assertThat(lookups).containsExactly("java:comp/DefaultManagedThreadFactory");
    }

    @Test
    void shouldNotLookAgainOnceFound() {
        ContainerThreads threads = threads((ThreadFactory) Thread::new);

        threads.connect();
        threads.connect();

        assertThat(lookups).hasSize(1);
    }

    @Test
    void shouldLookAgainAsLongAsNothingIsFound() {
        ContainerThreads threads = threads(new IllegalStateException("not here"));

        threads.connect();
        threads.connect();

        assertThat(lookups).hasSize(2);
        assertThat(threads.newThread(() -> {}).getContextClassLoader()).isSameAs(application);
    }

    @Test
    void shouldDoWithoutNames() {
        ContainerThreads threads = new ContainerThreads(
                application,
                name -> {
                    throw new NameNotFoundException(name);
                },
                () -> captured);

        threads.connect();

        assertThat(threads.newThread(() -> {}).isDaemon()).isTrue();
    }

    @Test
    void shouldDoWithoutTheContainerWhenItIsStopping() {
        ContainerThreads threads = threads((ThreadFactory) task -> {
            throw new IllegalStateException("component is stopping");
        });
        threads.connect();

        assertThat(threads.newThread(() -> {}).getContextClassLoader()).isSameAs(application);
    }

    @Test
    void shouldStartWhatNoPoolHasStartedWhenItEnds() throws InterruptedException {
        Queue<Thread> managed = new ConcurrentLinkedQueue<>();
        ContainerThreads threads = threads((ThreadFactory) task -> {
            managed.add(new Thread(task));
            return managed.element();
        });
        threads.connect();
        Thread made = threads.newThread(() -> steps.add("task"));

        threads.end();

        made.join(LIMIT.toMillis());
        assertThat(made.getState()).isEqualTo(Thread.State.TERMINATED);
        assertThat(steps).isEmpty();
        assertThat(threads.newThread(() -> {}).getContextClassLoader()).isSameAs(application);
        assertThat(managed).hasSize(1);
    }

    @Test
    void shouldHaveGlassFishMakeThreadsInTheContextOfTheApplication() {
        Thread managed = new Thread(() -> {});
        ContainerThreads threads = threads(new GlassFishLikeFactory(managed, steps));
        threads.connect();

        assertThat(threads.newThread(() -> {})).isSameAs(managed);
        assertThat(steps).containsExactly("enter", "make", "leave");
    }

    @Test
    void shouldTakeTheContextOfTheServletOnceThereIsOne() {
        Thread managed = new Thread(() -> {});
        ContainerThreads threads = threads(new GlassFishLikeFactory(managed, steps));
        threads.connect();
        captured = task -> {
            steps.add("servlet");
            task.run();
        };
        threads.connect();

        assertThat(threads.newThread(() -> {})).isSameAs(managed);
        assertThat(steps).containsExactly("servlet", "make");
    }

    @Test
    void shouldTakeNoContextWhereTheContainerKeepsItself() {
        ContainerThreads threads = threads((ThreadFactory) Thread::new);
        threads.connect();

        threads.newThread(() -> {});

        assertThat(steps).isEmpty();
    }

    @Test
    void shouldFindNoNamesOutsideAContainer() {
        ContainerThreads threads = new ContainerThreads(application, ContainerNames.ofContainer(), () -> captured);

        threads.connect();

        assertThat(threads.newThread(() -> {}).isDaemon()).isTrue();
    }
}
