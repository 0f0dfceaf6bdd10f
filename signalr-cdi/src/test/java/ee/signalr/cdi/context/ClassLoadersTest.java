// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassLoadersTest {

    private final ClassLoader own = ClassLoadersTest.class.getClassLoader();

    @Test
    void shouldChooseTheDeployingClassLoaderWhenItKnowsTheHub() {
        ClassLoader child = new ClassLoader(own) {};

        assertThat(ClassLoaders.of(ClassLoadersTest.class, child)).isSameAs(child);
    }

    @Test
    void shouldChooseTheClassLoaderOfTheHubWhenTheDeployingOneDoesNotKnowIt() {
        ClassLoader stranger = new ClassLoader(null) {};

        assertThat(ClassLoaders.of(ClassLoadersTest.class, stranger)).isSameAs(own);
        assertThat(ClassLoaders.of(ClassLoadersTest.class, null)).isSameAs(own);
    }

    @Test
    void shouldRestoreWhatWasThere() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader other = new ClassLoader(own) {};

        ClassLoader outer = ClassLoaders.enter(other);
        assertThat(thread.getContextClassLoader()).isSameAs(other);
        ClassLoaders.leave(outer);

        assertThat(outer).isSameAs(before);
        assertThat(thread.getContextClassLoader()).isSameAs(before);
    }
}
