// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.RawValue;
import java.io.IOException;
import org.msgpack.core.MessageInsufficientBufferException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.core.buffer.ArrayBufferInput;
import org.msgpack.core.buffer.MessageBuffer;
import org.msgpack.value.ValueType;

/**
 * Reads values from a range of bytes. Lengths are believed only as far as there are bytes, and containers lie in each other at
 * most {@value #MAXIMUM_DEPTH} deep. Used again and again; confined to one call at a time.
 */
final class ValueInput {

    /** How deep containers may lie in each other in a value, the outermost counting as one. */
    static final int MAXIMUM_DEPTH = 64;

    private static final byte[] NOTHING = {};

    /** All text lies in one piece, so this buffer is never used. */
    private static final int UNUSED_BUFFER = 16;

    private static final MessagePack.UnpackerConfig CONFIGURATION = new MessagePack.UnpackerConfig()
            .withAllowReadingBinaryAsString(false)
            .withAllowReadingStringAsBinary(true)
            .withStringDecoderBufferSize(UNUSED_BUFFER);

    private final ArrayBufferInput input = new ArrayBufferInput(NOTHING);
    private final MessageUnpacker unpacker = CONFIGURATION.newUnpacker(input);
    private byte[] bytes = NOTHING;
    private int start;
    private int end;
    private int depth;

    /** Starts to read. */
    ValueInput open(byte[] source, int from, int to) throws IOException {
        bytes = source;
        start = from;
        end = to;
        depth = 0;
        input.reset(source, from, to - from);
        unpacker.reset(input);
        return this;
    }

    /** Lets go of the bytes. */
    void close() {
        bytes = NOTHING;
        input.reset((MessageBuffer) null);
        try {
            unpacker.reset(input);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads what a single token is. */
    MessageUnpacker unpacker() {
        return unpacker;
    }

    /** How many bytes are left. */
    int remaining() {
        return end - position();
    }

    /** The kind of the next value. */
    ValueType type() throws IOException {
        return unpacker.getNextFormat().getValueType();
    }

    /** Passes over nil, if it is next. */
    boolean tryNil() throws IOException {
        return unpacker.tryUnpackNil();
    }

    /** Starts to read an array; {@link #leave} ends that. */
    int enterArray() throws IOException {
        int size = unpacker.unpackArrayHeader();
        enter(size);
        return size;
    }

    /** Starts to read a map; {@link #leave} ends that. */
    int enterMap() throws IOException {
        int size = unpacker.unpackMapHeader();
        enter(2L * size);
        return size;
    }

    private void enter(long values) {
        if (values > remaining()) {
            throw new MessageInsufficientBufferException(values + " values in " + remaining() + " bytes");
        }
        if (++depth > MAXIMUM_DEPTH) {
            throw new BindingException("Containers lie more than " + MAXIMUM_DEPTH + " deep in each other");
        }
    }

    /** The container that was entered last has been read. */
    void leave() {
        depth--;
    }

    /** Reads bytes, or text as its bytes. */
    byte[] binary() throws IOException {
        int length = unpacker.unpackBinaryHeader();
        if (length > remaining()) {
            throw new MessageInsufficientBufferException(length + " of " + remaining() + " bytes");
        }
        return unpacker.readPayload(length);
    }

    /** Passes over a value, however deep; not recursive. */
    void skip() throws IOException {
        long values = 1;
        while (values > 0) {
            if (values > remaining()) {
                throw new MessageInsufficientBufferException(values + " values in " + remaining() + " bytes");
            }
            values--;
            // Containers here, because the library's own way to skip them overflows with large maps.
            switch (type()) {
                case ARRAY -> values += unpacker.unpackArrayHeader();
                case MAP -> values += 2L * unpacker.unpackMapHeader();
                case NIL, BOOLEAN, INTEGER, FLOAT, STRING, BINARY, EXTENSION -> unpacker.skipValue();
            }
        }
    }

    /** Passes over a value and keeps where it lies. */
    RawValue raw() throws IOException {
        int from = position();
        skip();
        return new RawValue(bytes, from, position());
    }

    /** What is left, whatever it is. */
    RawValue rest() {
        return new RawValue(bytes, position(), end);
    }

    private int position() {
        return start + (int) unpacker.getTotalReadBytes();
    }
}
