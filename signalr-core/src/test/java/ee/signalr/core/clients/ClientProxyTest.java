// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ee.signalr.ClientProxy;
import ee.signalr.HubConnections.Reconnect;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.lifetime.Audience;
import ee.signalr.core.lifetime.ClientInvocation;
import ee.signalr.core.lifetime.HubLifetimeManager;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.InvocationMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What selectors and proxies ask of the lifetime manager. */
class ClientProxyTest {

    private final NotedLifetime lifetime = new NotedLifetime();
    private final DefaultHubCallerClients clients = new DefaultHubCallerClients(lifetime, "me");
    private final DefaultHubContext<Object> context = new DefaultHubContext<>(lifetime);

    static List<Case> cases() {
        return List.of(
                new Case(c -> c.all(), new Audience.All(Set.of())),
                new Case(c -> c.allExcept(List.of("a")), new Audience.All(Set.of("a"))),
                new Case(c -> c.client("a"), new Audience.Connection("a")),
                new Case(c -> c.clients(List.of("a", "b")), new Audience.Connections(Set.of("a", "b"))),
                new Case(c -> c.group("g"), new Audience.Groups(List.of("g"), Set.of())),
                new Case(c -> c.groups(List.of("g", "h", "g")), new Audience.Groups(List.of("g", "h", "g"), Set.of())),
                new Case(c -> c.groupExcept("g", List.of("a")), new Audience.Groups(List.of("g"), Set.of("a"))),
                new Case(c -> c.user("u"), new Audience.Users(Set.of("u"))),
                new Case(c -> c.users(List.of("u", "v")), new Audience.Users(Set.of("u", "v"))),
                new Case(c -> c.caller(), new Audience.Connection("me")),
                new Case(c -> c.others(), new Audience.All(Set.of("me"))),
                new Case(c -> c.othersInGroup("g"), new Audience.Groups(List.of("g"), Set.of("me"))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldAddressTheRightAudience(Case expected) {
        expected.selector.select(clients).send("method");

        assertThat(lifetime.audiences).containsExactly(expected.audience);
    }

    @Test
    void shouldSendMethodAndArgumentsWithoutAnId() {
        clients.all().send("method", 1, null, "x");

        assertThat(lifetime.messages).singleElement().satisfies(message -> {
            assertThat(message.target()).isEqualTo("method");
            assertThat(message.arguments()).isEqualTo(Arrays.asList(1, null, "x"));
            assertThat(message.invocationId()).isNull();
            assertThat(message.streamIds()).isNull();
            assertThat(message.headers()).isEmpty();
        });
    }

    @Test
    void shouldAnswerWithTheStageOfTheManager() {
        assertThat((Object) clients.all().send("method")).isSameAs(lifetime.stage);
        assertThat((Object) context.groups().add("a", "g")).isSameAs(lifetime.stage);
        assertThat((Object) context.groups().remove("a", "g")).isSameAs(lifetime.stage);
    }

    @Test
    void shouldBeUsableMoreThanOnce() {
        ClientProxy all = clients.all();

        all.send("a");
        all.send("b");

        assertThat(lifetime.messages).extracting(InvocationMessage::target).containsExactly("a", "b");
    }

    @Test
    void shouldTakeCopiesOfCollections() {
        Set<String> ids = new HashSet<>(Set.of("a"));
        ClientProxy some = clients.clients(ids);
        ClientProxy most = clients.allExcept(ids);
        ids.add("b");

        some.send("x");
        most.send("x");

        assertThat(lifetime.audiences)
                .containsExactly(new Audience.Connections(Set.of("a")), new Audience.All(Set.of("a")));
    }

    @Test
    void shouldRefuseEmptyNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.all().send(""))
                .withMessage("method must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.group(""))
                .withMessage("groupName must not be empty");
        assertThatIllegalArgumentException().isThrownBy(() -> clients.groups(List.of("g", "")));
        assertThatIllegalArgumentException().isThrownBy(() -> clients.groupExcept("", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> clients.othersInGroup(""));
        assertThatIllegalArgumentException().isThrownBy(() -> context.groups().add("a", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> context.groups().remove("a", ""));
        assertThat(lifetime.audiences).isEmpty();
    }

    @Test
    void shouldManageGroupsFromOutside() {
        context.groups().add("a", "g");
        context.groups().remove("a", "g");
        context.clients().group("g").send("x");

        assertThat(lifetime.groupCalls).containsExactly("+a:g", "-a:g");
        assertThat(lifetime.audiences).containsExactly(new Audience.Groups(List.of("g"), Set.of()));
    }

    /** Selects clients. */
    private interface Selector {
        ClientProxy select(DefaultHubCallerClients clients);
    }

    /** A selector and whom it means. */
    record Case(Selector selector, Audience audience) {

        @Override
        public String toString() {
            return audience.toString();
        }
    }

    /** Notes what it is asked to do. */
    private static final class NotedLifetime implements HubLifetimeManager {

        private final List<Audience> audiences = new ArrayList<>();
        private final List<InvocationMessage> messages = new ArrayList<>();
        private final List<String> groupCalls = new ArrayList<>();
        private final CompletionStage<Void> stage = new CompletableFuture<>();

        @Override
        public CompletionStage<Void> connected(HubConnection connection) {
            throw new AssertionError("not asked here");
        }

        @Override
        public CompletionStage<Void> disconnected(HubConnection connection) {
            throw new AssertionError("not asked here");
        }

        @Override
        public CompletionStage<Void> send(Audience audience, InvocationMessage message) {
            audiences.add(audience);
            messages.add(message);
            return stage;
        }

        @Override
        public CompletionStage<@Nullable Object> invoke(String connectionId, ClientInvocation invocation) {
            throw new AssertionError("not asked here");
        }

        @Override
        public boolean setResult(HubConnection connection, CompletionMessage answer) {
            throw new AssertionError("not asked here");
        }

        @Override
        public void sweep(long now) {
            throw new AssertionError("not asked here");
        }

        @Override
        public CompletionStage<Void> close(Audience audience, Reconnect reconnect) {
            audiences.add(audience);
            groupCalls.add(reconnect.name());
            return stage;
        }

        @Override
        public CompletionStage<Void> recheckRoles(String userId, Set<String> roles) {
            groupCalls.add(userId + roles);
            return stage;
        }

        @Override
        public CompletionStage<Void> addToGroup(String connectionId, String groupName) {
            groupCalls.add("+" + connectionId + ":" + groupName);
            return stage;
        }

        @Override
        public CompletionStage<Void> removeFromGroup(String connectionId, String groupName) {
            groupCalls.add("-" + connectionId + ":" + groupName);
            return stage;
        }
    }
}
