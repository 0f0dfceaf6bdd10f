// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.TransferFormat;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubProtocolsTest {

    private final HubProtocol json = new Named("json");
    private final HubProtocol messagePack = new Named("messagepack");
    private final HubProtocols protocols = new HubProtocols(List.of(messagePack, json));

    @ParameterizedTest
    @ValueSource(strings = {"json", "JSON", "Json", "jSoN"})
    void shouldFindByNameIgnoringCase(String name) {
        assertThat(protocols.find(name)).containsSame(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jso", "json ", "foo"})
    void shouldNotFindOthers(String name) {
        assertThat(protocols.find(name)).isEmpty();
    }

    @Test
    void shouldListAllInOrderOfNames() {
        assertThat(protocols.all()).containsExactly(json, messagePack);
        assertThatThrownBy(() -> protocols.all().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldPreferLaterOfTwoWithOneName() {
        HubProtocol other = new Named("JSON");

        HubProtocols both = new HubProtocols(List.of(json, other));

        assertThat(both.all()).containsExactly(other);
        assertThat(both.find("json")).containsSame(other);
    }

    @Test
    void shouldNotChangeWithTheListItWasMadeFrom() {
        List<HubProtocol> list = new ArrayList<>(List.of(json));
        HubProtocols made = new HubProtocols(list);

        list.clear();

        assertThat(made.find("json")).isPresent();
    }

    @Test
    void shouldNarrowToSomeIgnoringCase() {
        assertThat(protocols.only(Set.of("JSON")).all()).containsExactly(json);
        assertThat(protocols.only(Set.of("JSON")).find("messagepack")).isEmpty();
        assertThat(protocols.only(Set.of())).isSameAs(protocols);
    }

    private record Named(String name) implements HubProtocol {

        @Override
        public int version() {
            return 1;
        }

        @Override
        public TransferFormat transferFormat() {
            return TransferFormat.TEXT;
        }

        @Override
        public MessageFormat messageFormat() {
            return TextMessageFormat.INSTANCE;
        }

        @Override
        public HubMessage parse(byte[] bytes, int start, int end) {
            return PingMessage.INSTANCE;
        }

        @Override
        public Object bind(RawValue value, Type type) {
            return value;
        }

        @Override
        public byte[] write(HubMessage message) {
            return new byte[0];
        }
    }
}
