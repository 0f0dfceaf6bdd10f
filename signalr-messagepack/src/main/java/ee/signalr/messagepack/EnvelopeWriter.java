// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.AckMessage;
import ee.signalr.core.protocol.CancelInvocationMessage;
import ee.signalr.core.protocol.CloseMessage;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubMessageType;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.SequenceMessage;
import ee.signalr.core.protocol.StreamInvocationMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** Writes hub messages as the reference server does, always with all items. Thread-safe. */
final class EnvelopeWriter {

    /** The whole frame: one byte of length, an array of one item, the type. */
    private static final byte[] PING = {2, (byte) 0x91, 6};

    private static final int CALL_ITEMS = 6;
    private static final int STREAM_ITEM_ITEMS = 4;
    private static final int VOID_ITEMS = 4;
    private static final int COMPLETION_ITEMS = 5;
    private static final int CANCEL_ITEMS = 3;
    private static final int CLOSE_ITEMS = 3;
    private static final int SEQUENCE_ITEMS = 2;

    private static final int ERROR = 1;
    private static final int VOID = 2;
    private static final int RESULT = 3;

    private final ValueWriters values;

    EnvelopeWriter(ValueWriters values) {
        this.values = values;
    }

    /** A ping with its framing; shared, not to be written. */
    static byte[] ping() {
        return PING;
    }

    /** Writes a message without its framing. */
    void write(ValueOutput out, HubMessage message) throws IOException {
        switch (message.type()) {
            case INVOCATION -> invocation(out, (InvocationMessage) message);
            case STREAM_ITEM -> streamItem(out, (StreamItemMessage) message);
            case COMPLETION -> completion(out, (CompletionMessage) message);
            case STREAM_INVOCATION -> streamInvocation(out, (StreamInvocationMessage) message);
            case CANCEL_INVOCATION -> cancelInvocation(out, (CancelInvocationMessage) message);
            case PING -> out.packer().packArrayHeader(1).packInt(HubMessageType.PING.number());
            case CLOSE -> close(out.packer(), (CloseMessage) message);
            case ACK -> sequenceId(out, message, ((AckMessage) message).sequenceId());
            case SEQUENCE -> sequenceId(out, message, ((SequenceMessage) message).sequenceId());
        }
    }

    private void invocation(ValueOutput out, InvocationMessage message) throws IOException {
        start(out, message, CALL_ITEMS, message.headers(), message.invocationId());
        call(out, message.target(), message.arguments(), message.streamIds());
    }

    private void streamInvocation(ValueOutput out, StreamInvocationMessage message) throws IOException {
        start(out, message, CALL_ITEMS, message.headers(), message.invocationId());
        call(out, message.target(), message.arguments(), message.streamIds());
    }

    private void streamItem(ValueOutput out, StreamItemMessage message) throws IOException {
        start(out, message, STREAM_ITEM_ITEMS, message.headers(), message.invocationId());
        values.write(out, message.item());
    }

    private void completion(ValueOutput out, CompletionMessage message) throws IOException {
        boolean isVoid = message.error() == null && !message.hasResult();
        start(out, message, isVoid ? VOID_ITEMS : COMPLETION_ITEMS, message.headers(), message.invocationId());
        if (message.error() != null) {
            out.packer().packInt(ERROR).packString(message.error());
        } else if (message.hasResult()) {
            out.packer().packInt(RESULT);
            values.write(out, message.result());
        } else {
            out.packer().packInt(VOID);
        }
    }

    private static void cancelInvocation(ValueOutput out, CancelInvocationMessage message) throws IOException {
        start(out, message, CANCEL_ITEMS, message.headers(), message.invocationId());
    }

    private static void close(MessagePacker packer, CloseMessage message) throws IOException {
        packer.packArrayHeader(CLOSE_ITEMS).packInt(HubMessageType.CLOSE.number());
        text(packer, message.error());
        packer.packBoolean(message.allowReconnect());
    }

    private static void sequenceId(ValueOutput out, HubMessage message, long sequenceId) throws IOException {
        out.packer()
                .packArrayHeader(SEQUENCE_ITEMS)
                .packInt(message.type().number())
                .packLong(sequenceId);
    }

    private static void start(
            ValueOutput out, HubMessage message, int items, Map<String, String> headers, @Nullable String id)
            throws IOException {
        MessagePacker packer = out.packer();
        packer.packArrayHeader(items).packInt(message.type().number()).packMapHeader(headers.size());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            packer.packString(header.getKey()).packString(header.getValue());
        }
        text(packer, id);
    }

    private void call(
            ValueOutput out,
            String target,
            List<? extends @Nullable Object> arguments,
            @Nullable List<String> streamIds)
            throws IOException {
        out.packer().packString(target).packArrayHeader(arguments.size());
        for (Object argument : arguments) {
            values.write(out, argument);
        }
        List<String> ids = streamIds == null ? List.of() : streamIds;
        out.packer().packArrayHeader(ids.size());
        for (String id : ids) {
            out.packer().packString(id);
        }
    }

    private static void text(MessagePacker packer, @Nullable String text) throws IOException {
        if (text == null || text.isEmpty()) {
            packer.packNil();
        } else {
            packer.packString(text);
        }
    }
}
