// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.config;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.ConfigurationSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExternalConfigurationTest {

    @AfterEach
    void removeMicroProfile() {
        FakeMicroProfile.remove();
    }

    @Test
    void shouldFindTheOptionsThatAreConfigured() {
        FakeMicroProfile.put(
                Map.of("signalr.keep-alive-interval", "5s", "signalr.hub.Chat.handshake-timeout", "6s", "other", "x"));

        ConfigurationSource source =
                ExternalConfiguration.find(List.of("Chat"), List.of("Echo")).orElseThrow();

        assertThat(source.names())
                .containsExactlyInAnyOrder("signalr.keep-alive-interval", "signalr.hub.Chat.handshake-timeout");
        assertThat(source.value("signalr.keep-alive-interval")).contains("5s");
        assertThat(source.value("signalr.handshake-timeout")).isEmpty();
    }

    @Test
    void shouldFindNamesThatDoNotExistToo() {
        FakeMicroProfile.put(Map.of("signalr.no-such-option", "1"));

        assertThat(ExternalConfiguration.find(List.of(), List.of())
                        .orElseThrow()
                        .names())
                .containsExactly("signalr.no-such-option");
    }

    @Test
    void shouldFindOptionsThatAreSetByTheEnvironmentAndNotListed() {
        FakeMicroProfile.put(
                Map.of(),
                Map.of(
                        "signalr.maximum-threads", "7",
                        "signalr.keep-alive-interval", "5s",
                        "signalr.hub.Chat.keep-alive-interval", "6s",
                        "signalr.connection-handler.Echo.disconnect-timeout", "7s"));

        assertThat(ExternalConfiguration.find(List.of("Chat"), List.of("Echo"))
                        .orElseThrow()
                        .names())
                .containsExactlyInAnyOrder(
                        "signalr.maximum-threads",
                        "signalr.keep-alive-interval",
                        "signalr.hub.Chat.keep-alive-interval",
                        "signalr.connection-handler.Echo.disconnect-timeout");
    }

    @Test
    void shouldFindNothingWhereThereIsTheApiOnly() {
        assertThat(ExternalConfiguration.find(List.of(), List.of())).isEmpty();
    }

    @Test
    void shouldFindNothingWhereTheApiIsMissing() throws ReflectiveOperationException {
        Class<?> poor = new WithoutMicroProfile().loadClass(ExternalConfiguration.class.getName());

        Object found =
                poor.getMethod("find", Collection.class, Collection.class).invoke(null, List.of(), List.of());

        assertThat(poor).isNotEqualTo(ExternalConfiguration.class);
        assertThat(found).isEqualTo(Optional.empty());
    }

    /** A server without MicroProfile: our classes anew, and none of that API. */
    private static final class WithoutMicroProfile extends ClassLoader {

        WithoutMicroProfile() {
            super(ExternalConfigurationTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.eclipse.microprofile.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("ee.signalr.cdi.config.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) {
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
