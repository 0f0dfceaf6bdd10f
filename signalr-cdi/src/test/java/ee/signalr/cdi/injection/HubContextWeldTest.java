// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.HubContext;
import ee.signalr.cdi.test.Elsewhere;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.Serializable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubContextWeldTest {

    private TestApplication application;
    private TestClient chatter;
    private TestClient reader;

    @BeforeEach
    void deploy() {
        application = TestApplication.of(ChatHub.class, NewsHub.class, Resource.class, Cart.class);
        chatter = application.connect(0);
        reader = application.connect(1);
        // So that both have arrived: the handshake is answered before a connection is among the clients.
        chatter.call("connectionId");
        reader.call("connectionId");
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    @Test
    void shouldReachTheClientsOfTheHubThatItNamesOnly() {
        application.get(Resource.class).announce();

        assertThat(chatter.awaitReceived("announced")).containsExactly("chat");
        assertThat(reader.awaitReceived("announced")).containsExactly("news");
    }

    @Test
    void shouldWorkOnAnyThread() {
        Resource resource = application.get(Resource.class);

        assertThat(TestClient.await(Elsewhere.call(resource::announce))).isEqualTo("announced");
        assertThat(chatter.awaitReceived("announced")).containsExactly("chat");
    }

    @Test
    void shouldManageTheGroupsOfTheHub() {
        application.get(Resource.class).announceToGroup(chatter.id());

        assertThat(chatter.awaitReceived("grouped")).containsExactly("chat");
        assertThat(reader.received("grouped")).isEmpty();
    }

    @Test
    void shouldBeThereForBeansThatPassivateToo() {
        assertThat(application.container().select(Cart.class).isResolvable()).isTrue();
    }

    @Test
    void shouldTellThatItIsTooEarlyWhenUsedBeforeTheEngineIsMade() {
        EngineReference early = new EngineReference();

        assertThatIllegalStateException().isThrownBy(early::get).withMessageStartingWith("SIGNALR-2004");
    }

    /** The first. */
    @Hub("/chat")
    public static class ChatHub {

        @Inject
        HubCallerContext context;

        public String connectionId() {
            return context.connectionId();
        }
    }

    /** The second. */
    @Hub("/news")
    public static class NewsHub {

        public String connectionId(HubCallerContext context) {
            return context.connectionId();
        }
    }

    /** Anybody outside of the hubs. */
    @ApplicationScoped
    public static class Resource {

        @Inject
        HubContext<ChatHub> chat;

        @Inject
        Instance<HubContext<NewsHub>> news;

        @Inject
        Provider<HubContext<NewsHub>> newsAgain;

        public String announce() {
            chat.clients().all().send("announced", "chat");
            news.get().clients().all().send("announced", "news");
            return "announced";
        }

        public void announceToGroup(String connectionId) {
            chat.groups().add(connectionId, "group");
            chat.clients().group("group").send("grouped", "chat");
            newsAgain.get().clients().group("group").send("grouped", "news");
        }
    }

    /** Somebody's session. */
    @SessionScoped
    public static class Cart implements Serializable {

        private static final long serialVersionUID = 1L;

        @Inject
        @SuppressWarnings("serial") // a client proxy, which is serializable
        HubContext<ChatHub> chat;
    }
}
