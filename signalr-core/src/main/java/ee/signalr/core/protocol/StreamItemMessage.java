// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One item of a stream.
 *
 * @param headers names and values, usually none
 * @param invocationId the id of the stream
 * @param item a {@link RawValue} when received; any value, null too, when to be sent
 */
public record StreamItemMessage(
        Map<String, String> headers,
        String invocationId,
        @Nullable Object item) implements HubMessage {

    @Override
    public HubMessageType type() {
        return HubMessageType.STREAM_ITEM;
    }
}
