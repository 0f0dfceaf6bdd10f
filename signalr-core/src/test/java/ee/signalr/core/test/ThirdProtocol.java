// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.TransferFormat;
import ee.signalr.core.config.Settings;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolFactory;
import ee.signalr.core.protocol.json.JsonHubProtocol;
import ee.signalr.core.protocol.json.JsonbDefaults;
import ee.signalr.core.protocol.json.JsonbHolder;

/** Makes a protocol named "third": JSON in binary frames. */
public final class ThirdProtocol implements HubProtocolFactory {

    @Override
    public String name() {
        return "third";
    }

    @Override
    public HubProtocol create(Settings settings) {
        return new CountingProtocol(
                new JsonHubProtocol(new JsonbHolder(JsonbDefaults.config())), name(), TransferFormat.BINARY);
    }
}
