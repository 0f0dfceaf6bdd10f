// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.AckMessage;
import ee.signalr.core.protocol.CancelInvocationMessage;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubMessageType;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.PingMessage;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.SequenceMessage;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import ee.signalr.core.protocol.UnreadableArguments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePackException;

/**
 * Reads one hub message: an array whose first item is the type. More items than known are passed over, a call may do without the
 * ids of streams, and a Close without its last item. Confined to one call.
 */
final class EnvelopeReader {

    private static final HubMessageType[] TYPES = HubMessageType.values();

    private static final int ITEMS_WITH_STREAM_IDS = 6;
    private static final int ITEMS_WITH_ALLOW_RECONNECT = 3;

    private static final int ERROR = 1;
    private static final int VOID = 2;
    private static final int RESULT = 3;

    private final ValueInput input;
    private final MemberReader members;

    EnvelopeReader(ValueInput input) {
        this.input = input;
        this.members = new MemberReader(input);
    }

    /**
     * Reads the message; what follows it is ignored.
     *
     * @return the message, or null if its type is unknown
     * @throws HubProtocolException when a member is missing or has the wrong type
     */
    @Nullable
    HubMessage read() throws IOException {
        int items = members.arrayLength("elementCount");
        int number = members.integer("messageType");
        return number >= 1 && number <= TYPES.length ? message(TYPES[number - 1], items) : null;
    }

    private HubMessage message(HubMessageType type, int items) throws IOException {
        return switch (type) {
            case INVOCATION -> invocation(items);
            case STREAM_ITEM -> streamItem();
            case COMPLETION -> completion();
            case STREAM_INVOCATION -> streamInvocation(items);
            case CANCEL_INVOCATION -> new CancelInvocationMessage(members.headers(), members.id("CancelInvocation"));
            case PING -> PingMessage.INSTANCE;
            case CLOSE -> close(items);
            case ACK -> new AckMessage(members.longInteger("sequenceId"));
            case SEQUENCE -> new SequenceMessage(members.longInteger("sequenceId"));
        };
    }

    private HubMessage invocation(int items) throws IOException {
        Map<String, String> headers = members.headers();
        String id = members.text("invocationId");
        String target = members.required("target", "target for Invocation message");
        List<RawValue> arguments = arguments();
        List<String> streamIds = streamIds(arguments, items);
        return new InvocationMessage(headers, id == null || id.isEmpty() ? null : id, target, arguments, streamIds);
    }

    private HubMessage streamInvocation(int items) throws IOException {
        Map<String, String> headers = members.headers();
        String id = members.id("StreamInvocation");
        String target = members.required("target", "target for StreamInvocation message");
        List<RawValue> arguments = arguments();
        List<String> streamIds = streamIds(arguments, items);
        return new StreamInvocationMessage(headers, id, target, arguments, streamIds);
    }

    private HubMessage streamItem() throws IOException {
        Map<String, String> headers = members.headers();
        return new StreamItemMessage(headers, members.id("StreamItem"), value());
    }

    private HubMessage completion() throws IOException {
        Map<String, String> headers = members.headers();
        String id = members.id("Completion");
        return switch (members.integer("resultKind")) {
            case ERROR -> new CompletionMessage(headers, id, members.text("error"), null, false);
            case VOID -> new CompletionMessage(headers, id, null, null, false);
            case RESULT -> new CompletionMessage(headers, id, null, value(), true);
            default -> throw HubProtocolException.invalidData("Invalid invocation result kind.");
        };
    }

    private HubMessage close(int items) throws IOException {
        String error = members.text("error");
        return new CloseMessage(error, items >= ITEMS_WITH_ALLOW_RECONNECT && members.flag("allowReconnect"));
    }

    /** What cannot be read is kept, so that binding it fails and not the connection. */
    private RawValue value() throws IOException {
        RawValue rest = input.rest();
        try {
            return input.raw();
        } catch (MessagePackException unreadable) {
            return rest;
        }
    }

    private List<RawValue> arguments() throws IOException {
        int number;
        try {
            number = members.arrayLength("arguments");
        } catch (HubProtocolException noArray) {
            return UnreadableArguments.ofUnknownNumber(String.valueOf(noArray.getMessage()), noArray.getCause());
        }
        if (number == 0) {
            return List.of();
        }
        // A number is believed only as far as there are bytes.
        List<RawValue> arguments = new ArrayList<>(Math.min(number, input.remaining()));
        try {
            for (int i = 0; i < number; i++) {
                arguments.add(input.raw());
            }
        } catch (MessagePackException unreadable) {
            return UnreadableArguments.of(number, unreadable);
        }
        return Collections.unmodifiableList(arguments);
    }

    private @Nullable List<String> streamIds(List<RawValue> arguments, int items) throws IOException {
        if (items < ITEMS_WITH_STREAM_IDS || arguments instanceof UnreadableArguments) {
            return null;
        }
        int number = members.arrayLength("streamIds");
        if (number == 0) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(Math.min(number, input.remaining()));
        for (int i = 0; i < number; i++) {
            ids.add(members.required("streamIds", "value in streamIds received"));
        }
        return Collections.unmodifiableList(ids);
    }
}
