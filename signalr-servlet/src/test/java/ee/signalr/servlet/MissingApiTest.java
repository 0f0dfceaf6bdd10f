// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.connection.TransportOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Servers without Jakarta Concurrency do not even have its classes. */
class MissingApiTest {

    private static final String OURS = "ee.signalr.servlet.Cont";
    private static final String MISSING = "jakarta.enterprise.concurrent.";

    /** Defines our classes anew, and knows none of the API. */
    private static final class ServerWithoutTheApi extends ClassLoader {

        ServerWithoutTheApi() {
            super(MissingApiTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(MISSING)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    @Test
    void shouldDoWithoutJakartaConcurrency() throws ReflectiveOperationException {
        ClassLoader server = new ServerWithoutTheApi();
        Class<?> names = server.loadClass(ContainerNames.class.getName());
        Class<?> type = server.loadClass(ContainerCallers.class.getName());
        Object nothing = Proxy.newProxyInstance(server, new Class<?>[] {names}, (proxy, method, call) -> "a service");
        Constructor<?> constructor = type.getDeclaredConstructor(names);
        constructor.setAccessible(true);
        Object callers = constructor.newInstance(nothing);

        call(callers, "connect");

        assertThat(type).isNotSameAs(ContainerCallers.class);
        assertThat(call(callers, "capture")).isSameAs(TransportOrigin.NO_CONTEXT);
    }

    private static Object call(Object target, String name) throws ReflectiveOperationException {
        Method method = target.getClass().getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(target);
    }
}
