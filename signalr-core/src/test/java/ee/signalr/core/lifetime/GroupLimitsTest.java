// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ee.signalr.SignalRException;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In how many groups a connection may be, and what these may be called. */
class GroupLimitsTest {

    private final TestServer server = new TestServer(new Object())
            .with(Options.MAXIMUM_GROUPS_PER_CONNECTION, 2)
            .with(Options.MAXIMUM_GROUP_NAME_LENGTH, 5);
    private final TestClient client = server.connected();

    @AfterEach
    void stop() {
        server.close();
    }

    private void add(String group) {
        server.context().groups().add(client.id(), group).toCompletableFuture().join();
    }

    private void expectRefusal(String group, String code) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> add(group))
                .withCauseInstanceOf(SignalRException.class)
                .withMessageContaining(code);
    }

    @Test
    void shouldRefuseOneGroupTooMany() {
        add("a");
        add("b");
        expectRefusal("c", "SIGNALR-1113: a connection is in at most 2 groups");
        add("a");

        assertThat(server.lifetime().groupCount()).isEqualTo(2);
        server.context().groups().remove(client.id(), "a");
        add("c");
        assertThat(server.connections().crossings().of(server.endpoint(), Options.MAXIMUM_GROUPS_PER_CONNECTION))
                .isOne();
    }

    @Test
    void shouldRefuseNamesThatAreTooLong() {
        add("12345");
        expectRefusal("123456", "SIGNALR-1112: the name of a group has at most 5 characters, not 6");

        assertThat(server.lifetime().groupCount()).isOne();
    }

    @Test
    void shouldLimitNothingWhenLifted() {
        TestServer free = new TestServer(new Object())
                .with(Options.MAXIMUM_GROUPS_PER_CONNECTION, 0)
                .with(Options.MAXIMUM_GROUP_NAME_LENGTH, 0);
        TestClient member = free.connected();
        for (int i = 0; i < 2_000; i++) {
            free.context()
                    .groups()
                    .add(member.id(), "g".repeat(300) + i)
                    .toCompletableFuture()
                    .join();
        }
        assertThat(free.lifetime().groupCount()).isEqualTo(2_000);
        free.close();
    }

    @Test
    void shouldForgetMembershipsOfWhoeverHasGone() {
        add("a");
        client.vanish();
        add("b");

        assertThat(server.lifetime().groupCount()).isZero();
    }
}
