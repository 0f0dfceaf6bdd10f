// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The connection ends.
 *
 * @param error why, for the other side to read; null when there is nothing to say
 * @param allowReconnect whether a client may reconnect automatically
 */
public record CloseMessage(@Nullable String error, boolean allowReconnect) implements HubMessage {

    @Override
    public HubMessageType type() {
        return HubMessageType.CLOSE;
    }
}
