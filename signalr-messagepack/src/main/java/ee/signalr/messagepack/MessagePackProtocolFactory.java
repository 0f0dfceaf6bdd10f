// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolFactory;

/** Found by {@link java.util.ServiceLoader}: makes the MessagePack protocol of an application. Stateless. */
public final class MessagePackProtocolFactory implements HubProtocolFactory {

    /** For {@link java.util.ServiceLoader}. */
    public MessagePackProtocolFactory() {}

    @Override
    public String name() {
        return MessagePackHubProtocol.NAME;
    }

    @Override
    public HubProtocol create(Settings settings) {
        return new MessagePackHubProtocol(settings.get(Options.MESSAGEPACK_PROPERTY_NAMING));
    }
}
