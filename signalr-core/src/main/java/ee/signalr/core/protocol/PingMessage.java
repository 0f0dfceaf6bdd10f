// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

/** A sign of life. There is one instance. */
public enum PingMessage implements HubMessage {
    /** The ping. */
    INSTANCE;

    @Override
    public HubMessageType type() {
        return HubMessageType.PING;
    }
}
