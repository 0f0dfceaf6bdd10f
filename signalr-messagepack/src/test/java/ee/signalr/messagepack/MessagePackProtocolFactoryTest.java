// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.PropertyNaming;
import ee.signalr.TransferFormat;
import ee.signalr.core.ProtocolSources;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.protocol.BinaryMessageFormat;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolFactory;
import org.junit.jupiter.api.Test;

/** How the engine finds the protocol and sets it up. */
class MessagePackProtocolFactoryTest {

    private record Named(int size) {}

    @Test
    void shouldBeFoundWithNothingToRegister() {
        assertThat(ProtocolSources.found(getClass().getClassLoader()))
                .singleElement()
                .isInstanceOf(MessagePackProtocolFactory.class)
                .extracting(HubProtocolFactory::name)
                .isEqualTo("messagepack");
    }

    @Test
    void shouldMakeABinaryProtocolOfVersionTwo() {
        HubProtocol protocol = new MessagePackProtocolFactory().create(Settings.defaults());

        assertThat(protocol.name()).isEqualTo("messagepack");
        assertThat(protocol.version()).isEqualTo(2);
        assertThat(protocol.transferFormat()).isEqualTo(TransferFormat.BINARY);
        assertThat(protocol.messageFormat()).isSameAs(BinaryMessageFormat.INSTANCE);
        assertThat(TestPack.value(protocol, new Named(1))).isEqualTo("81a453697a6501");
    }

    @Test
    void shouldNameMembersAsTheOptionSays() {
        Settings settings =
                Settings.defaults().with(Options.MESSAGEPACK_PROPERTY_NAMING, PropertyNaming.LOWER_CAMEL_CASE);

        HubProtocol protocol = new MessagePackProtocolFactory().create(settings);

        assertThat(TestPack.value(protocol, new Named(1))).isEqualTo("81a473697a6501");
    }
}
