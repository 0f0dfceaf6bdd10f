// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes a message will have. Exact for the most frequent ones, calls and answers with plain ASCII text and small
 * numbers, so that they are written into an array that fits; a guess for others. Stateless.
 */
final class SizeEstimate {

    private static final int ENVELOPE = "{\"type\":3}\u001e".length();
    private static final int INVOCATION_ID = ",\"invocationId\":\"\"".length();
    private static final int CALL = ",\"target\":\"\",\"arguments\":[]".length();
    private static final int RESULT = ",\"result\":".length();
    private static final int ERROR = ",\"error\":\"\"".length();
    private static final int ITEM = ",\"item\":".length();
    private static final int UNKNOWN = 96;

    private SizeEstimate() {}

    static int of(HubMessage message) {
        return switch (message.type()) {
            case INVOCATION -> ENVELOPE + invocation((InvocationMessage) message);
            case STREAM_ITEM -> ENVELOPE + streamItem((StreamItemMessage) message);
            case COMPLETION -> ENVELOPE + completion((CompletionMessage) message);
            case CLOSE -> UNKNOWN + length(((CloseMessage) message).error());
            case STREAM_INVOCATION, CANCEL_INVOCATION, PING, ACK, SEQUENCE -> UNKNOWN;
        };
    }

    private static int invocation(InvocationMessage message) {
        int size = CALL + message.target().length() + id(message.invocationId());
        List<? extends @Nullable Object> arguments = message.arguments();
        for (int index = 0; index < arguments.size(); index++) {
            size += value(arguments.get(index)) + (index == 0 ? 0 : 1);
        }
        return size;
    }

    private static int streamItem(StreamItemMessage message) {
        return id(message.invocationId()) + ITEM + value(message.item());
    }

    private static int completion(CompletionMessage message) {
        int size = id(message.invocationId());
        if (message.error() != null) {
            return size + ERROR + message.error().length();
        }
        return message.hasResult() ? size + RESULT + value(message.result()) : size;
    }

    private static int id(@Nullable String id) {
        return id == null || id.isEmpty() ? 0 : INVOCATION_ID + id.length();
    }

    private static int value(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() + 2;
        }
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            return JsonOutput.digits(number) + (number < 0 ? 1 : 0);
        }
        return value == null || value instanceof Boolean ? String.valueOf(value).length() : other(value);
    }

    /** Objects get their room when JSON-B has made text of them, see {@link JsonOutput#json}. */
    private static int other(Object value) {
        boolean severalParts = value instanceof Iterable
                || value instanceof Map
                || value instanceof Optional
                || value.getClass().isArray();
        return severalParts ? UNKNOWN : 0;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
