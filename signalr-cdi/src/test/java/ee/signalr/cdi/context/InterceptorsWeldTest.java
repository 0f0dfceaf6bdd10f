// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.ConnectionScoped;
import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterceptorsWeldTest {

    @ParameterizedTest
    @ValueSource(classes = {OwnHub.class, RequestHub.class, ConnectionHub.class, SharedHub.class})
    void shouldRunInterceptorsOfTheApplicationAroundMethodsAndCallbacks(Class<?> hub) {
        try (TestApplication application = TestApplication.of(hub, Auditor.class, Journal.class)) {
            Journal journal = application.get(Journal.class);
            TestClient client = application.connect();

            assertThat(client.call("send", "text")).isEqualTo("TEXT");
            client.close();

            journal.awaitEntry("after left");
            assertThat(journal.entries())
                    .containsExactly(
                            "before joined " + client.id(), "after joined",
                            "before send " + client.id(), "after send",
                            "before left " + client.id(), "after left");
        }
    }

    /** What is audited. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface Audited {}

    /** Writes down who calls what. */
    @Audited
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    public static class Auditor {

        @Inject
        Journal journal;

        @Inject
        HubCallerContext context;

        @AroundInvoke
        Object around(InvocationContext call) throws Exception {
            journal.add("before " + call.getMethod().getName() + " " + context.connectionId());
            try {
                return call.proceed();
            } finally {
                journal.add("after " + call.getMethod().getName());
            }
        }
    }

    /** What all hubs here do. */
    public abstract static class AuditedHub {

        @OnConnected
        void joined() {}

        @OnDisconnected
        protected void left() {}

        public String send(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    }

    /** One for every call. */
    @Hub("/own")
    @Audited
    public static class OwnHub extends AuditedHub {}

    /** One for every request. */
    @Hub("/request")
    @Audited
    @RequestScoped
    public static class RequestHub extends AuditedHub {}

    /** One for every connection. */
    @Hub("/connection")
    @Audited
    @ConnectionScoped
    public static class ConnectionHub extends AuditedHub {}

    /** One for all. */
    @Hub("/shared")
    @Audited
    @ApplicationScoped
    public static class SharedHub extends AuditedHub {}
}
