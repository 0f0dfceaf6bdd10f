// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ee.signalr.ConnectionScoped;
import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.cdi.test.Elsewhere;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerInjectionWeldTest {

    private TestApplication application;
    private TestClient client;

    @BeforeEach
    void deploy() {
        application = TestApplication.of(
                WideHub.class,
                OtherHub.class,
                Helper.class,
                HelperOfHelper.class,
                SharedHelper.class,
                LateHelper.class,
                RequestBean.class,
                ConnectionBean.class,
                ApplicationBean.class,
                SingletonBean.class,
                Observer.class,
                Journal.class);
        client = application.connect(1);
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    @ParameterizedTest
    @CsvSource({
        "own, true",
        "helper, true",
        "helperOfHelper, true",
        "lateHelper, true",
        "request, true",
        "connection, true",
        "provided, true",
        "any, true",
        "sharedHelper, false",
        "application, false",
        "singleton, false"
    })
    void shouldKeepTheCallerOnAnyThreadInBeansThatEndWithItOnly(String bean, boolean kept) {
        assertThat(client.call("here", bean)).isEqualTo(client.id());
        if (kept) {
            assertThat(client.call("elsewhere", bean)).isEqualTo(client.id());
        } else {
            assertThat(client.call("elsewhere", bean)).asString().startsWith("SIGNALR-2001");
        }
    }

    @Test
    void shouldKnowTheCallerInObserversOfEventsThatHubsFire() {
        client.call("fire", "news");

        assertThat(application.get(Journal.class).entries()).containsExactly("news " + client.id() + " " + client.id());
    }

    @Test
    void shouldAddToTheGroupsOfTheHubIntoWhichTheManagerIsInjected() {
        TestClient other = application.connect(0);
        client.call("join", "hub");
        other.call("sendToGroup");
        assertThat(other.received("reached")).isEmpty();

        client.call("sendToGroup");

        assertThat(client.awaitReceived("reached")).containsExactly("group");
    }

    @Test
    void shouldAddToTheGroupsOfTheHubThatIsRunningInOtherBeans() {
        client.call("join", "application");
        client.call("sendToGroup");
        assertThat(client.awaitReceived("reached")).containsExactly("group");

        TestClient other = application.connect(0);
        other.call("join");
        other.call("sendToGroup");
        assertThat(other.awaitReceived("reached")).containsExactly("group");
    }

    @Test
    void shouldThrowOutsideOfCalls() {
        ApplicationBean bean = application.get(ApplicationBean.class);

        assertThatIllegalStateException()
                .isThrownBy(bean::connectionId)
                .withMessageStartingWith("SIGNALR-2001: HubCallerContext");
        assertThatIllegalStateException()
                .isThrownBy(() -> bean.join("id"))
                .withMessageStartingWith("SIGNALR-2001: GroupManager");
    }

    @Test
    void shouldThrowInHubsThatAreUsedAsPlainBeans() {
        WideHub hub = application.get(WideHub.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> hub.here("own"))
                .withMessageStartingWith("SIGNALR-2001: HubCallerContext");
    }

    /** Has beans of every lifetime. */
    @Hub("/wide")
    public static class WideHub {

        @Inject
        HubCallerContext context;

        @Inject
        HubCallerClients clients;

        @Inject
        GroupManager groups;

        @Inject
        Helper helper;

        @Inject
        SharedHelper sharedHelper;

        @Inject
        Instance<LateHelper> lateHelper;

        @Inject
        RequestBean request;

        @Inject
        ConnectionBean connection;

        @Inject
        ApplicationBean application;

        @Inject
        SingletonBean singleton;

        @Inject
        Instance<HubCallerContext> provided;

        @Inject
        @Any
        Instance<HubCallerContext> any;

        @Inject
        Event<String> event;

        public String here(String bean) {
            return bean(bean).get();
        }

        public CompletionStage<String> elsewhere(String bean) {
            return Elsewhere.call(bean(bean));
        }

        private Supplier<String> bean(String name) {
            return switch (name) {
                case "own" -> context::connectionId;
                case "helper" -> helper::connectionId;
                case "helperOfHelper" -> helper.helper::connectionId;
                case "lateHelper" -> lateHelper.get()::connectionId;
                case "request" -> request.context()::connectionId;
                case "connection" -> connection.context()::connectionId;
                case "provided" -> provided.get()::connectionId;
                case "sharedHelper" -> sharedHelper::connectionId;
                case "application" -> application::connectionId;
                case "singleton" -> singleton::connectionId;
                default -> any.get()::connectionId;
            };
        }

        public void fire(String news) {
            event.fire(news);
        }

        public void join(String bean) {
            if (bean.equals("hub")) {
                groups.add(context.connectionId(), "group");
            } else {
                application.join(context.connectionId());
            }
        }

        public void sendToGroup() {
            clients.group("group").send("reached", "group");
        }
    }

    /** Has groups of its own. */
    @Hub("/other")
    public static class OtherHub {

        @Inject
        HubCallerContext context;

        @Inject
        HubCallerClients clients;

        @Inject
        ApplicationBean application;

        public void join() {
            application.join(context.connectionId());
        }

        public void sendToGroup() {
            clients.group("group").send("reached", "group");
        }
    }

    /** Depends on the hub alone. */
    @Dependent
    public static class Helper {

        @Inject
        HubCallerContext context;

        @Inject
        HelperOfHelper helper;

        String connectionId() {
            return context.connectionId();
        }
    }

    /** Depends on the hub by way of another. */
    @Dependent
    public static class HelperOfHelper {

        private final HubCallerContext context;

        @Inject
        public HelperOfHelper(HubCallerContext context) {
            this.context = context;
        }

        String connectionId() {
            return context.connectionId();
        }
    }

    /** Got by the hub when it wants it. */
    @Dependent
    public static class LateHelper {

        @Inject
        HubCallerContext context;

        String connectionId() {
            return context.connectionId();
        }
    }

    /** Depends on the hub, and on others that live longer. */
    @Dependent
    public static class SharedHelper {

        @Inject
        HubCallerContext context;

        String connectionId() {
            return context.connectionId();
        }
    }

    /** Lives as long as a call. */
    @RequestScoped
    public static class RequestBean {

        @Inject
        HubCallerContext context;

        public List<String> ids() {
            return List.of(context.connectionId());
        }

        public HubCallerContext context() {
            return context;
        }
    }

    /** Lives as long as a connection. */
    @ConnectionScoped
    public static class ConnectionBean {

        @Inject
        HubCallerContext context;

        public HubCallerContext context() {
            return context;
        }
    }

    /** Lives as long as the application. */
    @ApplicationScoped
    public static class ApplicationBean {

        @Inject
        HubCallerContext context;

        @Inject
        GroupManager groups;

        @Inject
        SharedHelper helper;

        public String connectionId() {
            return helper.connectionId();
        }

        public void join(String connectionId) {
            groups.add(connectionId, "group");
        }
    }

    /** Lives as long as the application, without a proxy: made together with the first hub. */
    @Singleton
    public static class SingletonBean {

        @Inject
        HubCallerContext context;

        String connectionId() {
            return context.connectionId();
        }
    }

    /** Hears of events. */
    @ApplicationScoped
    public static class Observer {

        @Inject
        Journal journal;

        @Inject
        HubCallerContext context;

        void hear(@Observes String news, HubCallerContext parameter) {
            journal.add(news + " " + context.connectionId() + " " + parameter.connectionId());
        }
    }
}
