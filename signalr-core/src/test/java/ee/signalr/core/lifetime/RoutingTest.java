// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.HubClients;
import ee.signalr.HubEncodingException;
import ee.signalr.TransferFormat;
import ee.signalr.core.clients.DefaultHubCallerClients;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.test.CountingProtocol;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears what: every selector, over connections of two users in two groups. */
class RoutingTest {

    private final TestServer server = new TestServer(new Object());
    private final HubClients clients = server.context().clients();
    private final Map<String, TestClient> named = new TreeMap<>();

    @BeforeEach
    void connect() {
        named.put("ann1", server.connectedAs("ann"));
        named.put("ann2", server.connectedAs("ann"));
        named.put("bob", server.connectedAs("bob"));
        named.put("nobody", server.connected());
        join("red", "ann1", "bob");
        join("blue", "bob", "nobody");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldReachAll() {
        clients.all().send("x");

        assertHeard("ann1", "ann2", "bob", "nobody");
    }

    @Test
    void shouldReachAllExcept() {
        clients.allExcept(List.of(id("ann1"), id("bob"), "unknown")).send("x");

        assertHeard("ann2", "nobody");
    }

    @Test
    void shouldReachOneClient() {
        clients.client(id("bob")).send("x");

        assertHeard("bob");
    }

    @Test
    void shouldReachSeveralClientsOnce() {
        clients.clients(Arrays.asList(id("bob"), id("ann1"), id("bob"), "unknown"))
                .send("x");

        assertHeard("ann1", "bob");
    }

    @Test
    void shouldReachAGroup() {
        clients.group("red").send("x");

        assertHeard("ann1", "bob");
    }

    @Test
    void shouldReachMembersOfTwoGroupsTwice() {
        clients.groups(List.of("red", "blue")).send("x");

        assertHeard("ann1", "bob", "bob", "nobody");
    }

    @Test
    void shouldReachAGroupExcept() {
        clients.groupExcept("red", List.of(id("bob"))).send("x");

        assertHeard("ann1");
    }

    @Test
    void shouldReachAllConnectionsOfAUser() {
        clients.user("ann").send("x");

        assertHeard("ann1", "ann2");
    }

    @Test
    void shouldReachSeveralUsersOnce() {
        clients.users(List.of("ann", "bob", "ann", "carl")).send("x");

        assertHeard("ann1", "ann2", "bob");
    }

    @Test
    void shouldReachTheCallerAndTheOthers() {
        DefaultHubCallerClients seenFromBob = new DefaultHubCallerClients(server.lifetime(), id("bob"));

        seenFromBob.caller().send("x");
        assertHeard("bob");

        seenFromBob.others().send("x");
        assertHeard("ann1", "ann2", "nobody");

        seenFromBob.othersInGroup("red").send("x");
        assertHeard("ann1");
    }

    @Test
    void shouldCompareNamesExactly() {
        clients.group("Red").send("x");
        clients.user("Ann").send("x");
        clients.client(id("bob").toLowerCase(Locale.ROOT)).send("x");

        assertHeard();
    }

    @Test
    void shouldBeSilentToNobody() {
        clients.client("unknown").send("x");
        clients.clients(List.of()).send("x");
        clients.group("unknown").send("x");
        clients.groups(List.of()).send("x");
        clients.user("unknown").send("x");
        clients.users(Set.of()).send("x");

        assertHeard();
    }

    @Test
    void shouldReachAMemberOnceHoweverOftenItJoined() {
        join("red", "bob");
        join("red", "bob");

        clients.group("red").send("x");

        assertHeard("ann1", "bob");
    }

    @Test
    void shouldNotReachWhoHasLeftAGroup() {
        server.context().groups().remove(id("bob"), "red");
        server.context().groups().remove(id("bob"), "red");
        server.context().groups().remove(id("nobody"), "red");

        clients.group("red").send("x");
        assertHeard("ann1");

        clients.group("blue").send("x");
        assertHeard("bob", "nobody");
    }

    @Test
    void shouldNotReachWhoHasGone() {
        named.get("bob").vanish();

        clients.all().send("x");
        clients.group("red").send("x");
        clients.group("blue").send("x");
        clients.user("bob").send("x");
        clients.client(id("bob")).send("x");

        assertHeard("ann1", "ann1", "ann2", "nobody", "nobody");
    }

    @Test
    void shouldForgetGroupsWithoutMembers() {
        assertThat(server.lifetime().groupCount()).isEqualTo(2);

        server.context().groups().remove(id("ann1"), "red");
        server.context().groups().remove(id("bob"), "red");
        assertThat(server.lifetime().groupCount()).isOne();

        named.get("bob").vanish();
        named.get("nobody").vanish();
        assertThat(server.lifetime().groupCount()).isZero();
        assertThat(server.lifetime().size()).isEqualTo(2);
    }

    @Test
    void shouldIgnoreGroupsOfWhoIsNotConnected() {
        named.get("bob").vanish();

        join("red", "bob");
        server.context().groups().add("unknown", "green");
        server.context().groups().remove("unknown", "green");

        clients.group("red").send("x");
        assertHeard("ann1");
        assertThat(server.lifetime().groupCount()).isEqualTo(2);
    }

    @Test
    void shouldWriteTheSameMessageForAll() {
        clients.all().send("news", 1, "two", List.of(3));

        assertThat(named.values())
                .allSatisfy(client -> assertThat(client.news())
                        .containsExactly("{\"type\":1,\"target\":\"news\",\"arguments\":[1,\"two\",[3]]}"));
    }

    @Test
    void shouldEncodeOncePerProtocolInUse() {
        TestServer counted = new TestServer(new Object());
        HubProtocol json = counted.json();
        CountingProtocol text = new CountingProtocol(json, "text", TransferFormat.TEXT);
        CountingProtocol packed = new CountingProtocol(json, "packed", TransferFormat.BINARY);
        CountingProtocol unused = new CountingProtocol(json, "unused", TransferFormat.TEXT);
        counted.speaking(text).speaking(packed).speaking(unused);
        List<TestClient> many = IntStream.range(0, 50)
                .mapToObj(i -> shake(counted, i % 2 == 0 ? "text" : "packed"))
                .toList();

        counted.context().clients().all().send("x");

        assertThat(many).allSatisfy(client -> assertThat(client.messages()).hasSize(2));
        assertThat(text.invocationsWritten()).isOne();
        assertThat(packed.invocationsWritten()).isOne();
        assertThat(unused.invocationsWritten()).isZero();
        counted.close();
    }

    @Test
    void shouldHandTheVerySameMessageToAll() {
        clients.all().send("x");

        assertThat(named.values().stream()
                        .map(client -> client.transport().messages().get(1)))
                .hasSize(4)
                .allSatisfy(message -> assertThat(message)
                        .isSameAs(named.get("ann1").transport().messages().get(1)));
    }

    @Test
    void shouldNotEncodeForNobody() {
        List<Object> cyclic = new ArrayList<>();
        cyclic.add(cyclic);

        clients.group("unknown").send("x", cyclic);

        assertHeard();
    }

    @Test
    void shouldThrowWhatCannotBeWrittenAtTheSender() {
        List<Object> cyclic = new ArrayList<>();
        cyclic.add(cyclic);

        assertThatThrownBy(() -> clients.all().send("x", cyclic)).isInstanceOf(HubEncodingException.class);

        assertHeard();
        assertThat(named.values()).noneMatch(TestClient::isClosed);
    }

    @Test
    void shouldReachTheOthersWhenOneTransportIsBroken() {
        named.values().stream()
                .filter(client -> client != named.get("bob"))
                .forEach(client -> client.transport().failing(new IllegalStateException("broken")));

        clients.all().send("x");

        assertThat(named.get("bob").news()).hasSize(1);
        assertThat(named.values().stream().filter(TestClient::isClosed)).hasSize(3);
    }

    private static TestClient shake(TestServer server, String protocol) {
        TestClient client = server.client().say("{\"protocol\":\"" + protocol + "\",\"version\":1}");
        server.run();
        return client;
    }

    private void join(String group, String... names) {
        for (String name : names) {
            server.context().groups().add(id(name), group);
        }
    }

    private String id(String name) {
        return named.get(name).id();
    }

    /** Who has heard something since the last time, once for each message. */
    private void assertHeard(String... names) {
        Map<String, Long> heard = new TreeMap<>();
        named.forEach((name, client) -> {
            long count = client.news().size();
            if (count > 0) {
                heard.put(name, count);
            }
        });
        Map<String, Long> expected =
                Arrays.stream(names).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(heard).containsExactlyInAnyOrderEntriesOf(expected);
    }
}
