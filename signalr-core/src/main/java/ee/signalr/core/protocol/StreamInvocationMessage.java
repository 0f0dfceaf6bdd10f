// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that is answered by a stream.
 *
 * @param headers names and values, usually none
 * @param invocationId the id of the stream
 * @param target the name of the method
 * @param arguments {@link RawValue}s when received; any values, null too, when to be sent
 * @param streamIds the ids of the streams that the caller is going to send; null when the message had none
 */
public record StreamInvocationMessage(
        Map<String, String> headers,
        String invocationId,
        String target,
        List<? extends @Nullable Object> arguments,
        @Nullable List<String> streamIds)
        implements HubMessage, CallMessage {

    @Override
    public HubMessageType type() {
        return HubMessageType.STREAM_INVOCATION;
    }
}
