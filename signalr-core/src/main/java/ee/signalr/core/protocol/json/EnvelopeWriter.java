// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.HubEncodingException;
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
import ee.signalr.core.protocol.TextMessageFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes hub messages with the record separator, members in the order of the reference server. Thread-safe. */
final class EnvelopeWriter {

    private static final byte[] PING = ascii("{\"type\":6}\u001e");
    private static final byte[] TYPE = ascii("\"type\":");
    private static final byte[] ITEM = ascii(",\"item\":");
    private static final byte[] ERROR = ascii(",\"error\":");
    private static final byte[] RESULT = ascii(",\"result\":");
    private static final byte[] ALLOW_RECONNECT = ascii(",\"allowReconnect\":true");
    private static final byte[] SEQUENCE_ID = ascii(",\"sequenceId\":");
    private static final byte[] HEADERS = ascii(",\"headers\":");
    private static final byte[] INVOCATION_ID = ascii(",\"invocationId\":");
    private static final byte[] TARGET = ascii(",\"target\":");
    private static final byte[] ARGUMENTS = ascii(",\"arguments\":");
    private static final byte[] STREAM_IDS = ascii(",\"streamIds\":");

    private final ValueWriter values;

    EnvelopeWriter(ValueWriter values) {
        this.values = values;
    }

    /**
     * Writes a message.
     *
     * @return the bytes, not to be written; never null
     * @throws HubEncodingException when a value in it cannot be written
     */
    byte[] write(HubMessage message) {
        if (message.type() == HubMessageType.PING) {
            return PING;
        }
        JsonOutput out = new JsonOutput(SizeEstimate.of(message));
        try {
            write(out, message);
        } catch (Exception | StackOverflowError | LinkageError unwritable) { // whatever classes of the application do
            throw new HubEncodingException("A value cannot be written as JSON", unwritable);
        }
        return out.toByteArray();
    }

    private void write(JsonOutput out, HubMessage message) {
        out.open('{');
        out.bytes(TYPE);
        out.ascii((char) ('0' + message.type().number()));
        switch (message.type()) {
            case INVOCATION -> invocation(out, (InvocationMessage) message);
            case STREAM_ITEM -> streamItem(out, (StreamItemMessage) message);
            case COMPLETION -> completion(out, (CompletionMessage) message);
            case STREAM_INVOCATION -> streamInvocation(out, (StreamInvocationMessage) message);
            case CANCEL_INVOCATION -> cancelInvocation(out, (CancelInvocationMessage) message);
            case PING -> {}
            case CLOSE -> close(out, (CloseMessage) message);
            case ACK -> sequenceId(out, ((AckMessage) message).sequenceId());
            case SEQUENCE -> sequenceId(out, ((SequenceMessage) message).sequenceId());
        }
        out.close('}');
        out.ascii((char) TextMessageFormat.RECORD_SEPARATOR);
    }

    private void invocation(JsonOutput out, InvocationMessage message) {
        start(out, message.headers(), message.invocationId());
        call(out, message.target(), message.arguments(), message.streamIds());
    }

    private void streamInvocation(JsonOutput out, StreamInvocationMessage message) {
        start(out, message.headers(), message.invocationId());
        call(out, message.target(), message.arguments(), message.streamIds());
    }

    private void streamItem(JsonOutput out, StreamItemMessage message) {
        start(out, message.headers(), message.invocationId());
        out.bytes(ITEM);
        values.write(out, message.item());
    }

    private void completion(JsonOutput out, CompletionMessage message) {
        start(out, message.headers(), message.invocationId());
        if (message.error() != null) {
            out.bytes(ERROR);
            out.text(message.error());
        } else if (message.hasResult()) {
            out.bytes(RESULT);
            values.write(out, message.result());
        }
    }

    private void cancelInvocation(JsonOutput out, CancelInvocationMessage message) {
        start(out, message.headers(), message.invocationId());
    }

    private static void close(JsonOutput out, CloseMessage message) {
        if (message.error() != null) {
            out.bytes(ERROR);
            out.text(message.error());
        }
        if (message.allowReconnect()) {
            out.bytes(ALLOW_RECONNECT);
        }
    }

    private static void sequenceId(JsonOutput out, long sequenceId) {
        out.bytes(SEQUENCE_ID);
        out.number(sequenceId);
    }

    private void start(JsonOutput out, Map<String, String> headers, @Nullable String invocationId) {
        if (!headers.isEmpty()) {
            out.bytes(HEADERS);
            values.members(out, headers);
        }
        if (invocationId != null && !invocationId.isEmpty()) {
            out.bytes(INVOCATION_ID);
            out.text(invocationId);
        }
    }

    private void call(
            JsonOutput out,
            String target,
            List<? extends @Nullable Object> arguments,
            @Nullable List<String> streamIds) {
        out.bytes(TARGET);
        out.text(target);
        out.bytes(ARGUMENTS);
        values.elements(out, arguments);
        if (streamIds != null) {
            out.bytes(STREAM_IDS);
            values.elements(out, streamIds);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
