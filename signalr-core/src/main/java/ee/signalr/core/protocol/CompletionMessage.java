// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of a call or of a stream: an error, a result, or neither.
 *
 * @param headers names and values, usually none
 * @param invocationId the id of the call
 * @param error what went wrong; null when nothing did
 * @param result a {@link RawValue} when received; any value, null too, when to be sent; without meaning unless
 *     {@code hasResult}
 * @param hasResult whether there is a result, be it null
 */
public record CompletionMessage(
        Map<String, String> headers,
        String invocationId,
        @Nullable String error,
        @Nullable Object result,
        boolean hasResult)
        implements HubMessage {

    /**
     * Checks the message.
     *
     * @throws IllegalArgumentException when there are both an error and a result
     */
    public CompletionMessage {
        if (error != null && hasResult) {
            throw new IllegalArgumentException("Expected either 'error' or 'result' to be provided, but not both");
        }
    }

    /** The end of a call that gave this value, be it null. */
    public static CompletionMessage withResult(String invocationId, @Nullable Object result) {
        return new CompletionMessage(Map.of(), invocationId, null, result, true);
    }

    /** The end of a call that failed. */
    public static CompletionMessage withError(String invocationId, String error) {
        return new CompletionMessage(Map.of(), invocationId, error, null, false);
    }

    /** The end of a stream, or of a call without a value. */
    public static CompletionMessage empty(String invocationId) {
        return new CompletionMessage(Map.of(), invocationId, null, null, false);
    }

    @Override
    public HubMessageType type() {
        return HubMessageType.COMPLETION;
    }
}
