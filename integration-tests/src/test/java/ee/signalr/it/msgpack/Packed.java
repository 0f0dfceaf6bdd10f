// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.msgpack;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ArrayValue;
import org.msgpack.value.ExtensionValue;
import org.msgpack.value.MapValue;
import org.msgpack.value.Value;

/** Reads MessagePack as JSON, in which it can be compared, and writes simple values. Stateless. */
public final class Packed {

    /** Stands for nil where a value is written. */
    public static final Object NIL = new Object();

    private Packed() {}

    /** Reads one value, with nothing behind it. Bytes become {@code {"bytes": hex}}, extensions {@code {"type":…, "bytes": hex}}. */
    public static JsonValue read(byte[] bytes) {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(bytes)) {
            Value value = unpacker.unpackValue();
            if (unpacker.hasNext()) {
                throw new IllegalArgumentException(
                        "Bytes behind the value: " + HexFormat.of().formatHex(bytes));
            }
            return json(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonValue json(Value value) {
        return switch (value.getValueType()) {
            case NIL -> JsonValue.NULL;
            case BOOLEAN -> value.asBooleanValue().getBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case INTEGER -> Json.createValue(value.asIntegerValue().toBigInteger());
            case FLOAT -> Json.createValue(value.asFloatValue().toDouble());
            case STRING -> Json.createValue(value.asStringValue().asString());
            case BINARY -> bytes(value.asBinaryValue().asByteArray()).build();
            case EXTENSION -> extension(value.asExtensionValue());
            case ARRAY -> array(value.asArrayValue());
            case MAP -> map(value.asMapValue());
        };
    }

    private static JsonObjectBuilder bytes(byte[] bytes) {
        return Json.createObjectBuilder().add("bytes", HexFormat.of().formatHex(bytes));
    }

    private static JsonValue extension(ExtensionValue value) {
        return bytes(value.getData()).add("type", value.getType()).build();
    }

    private static JsonValue array(ArrayValue values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(json(value)));
        return array.build();
    }

    private static JsonValue map(MapValue values) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        values.entrySet()
                .forEach(entry -> object.add(entry.getKey().asStringValue().asString(), json(entry.getValue())));
        return object.build();
    }

    /** Writes an array of texts, numbers, booleans, bytes, null, and lists and maps of them. */
    public static byte[] array(Object... items) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            write(packer, List.of(items));
            return packer.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(MessageBufferPacker packer, Object value) throws IOException {
        if (value == NIL) {
            packer.packNil();
        } else if (value instanceof String text) {
            packer.packString(text);
        } else if (value instanceof Integer number) {
            packer.packInt(number);
        } else if (value instanceof List<?> items) {
            packer.packArrayHeader(items.size());
            for (Object item : items) {
                write(packer, item);
            }
        } else if (value instanceof Map<?, ?> map && map.isEmpty()) {
            packer.packMapHeader(0);
        } else {
            throw new IllegalArgumentException("No way to write " + value);
        }
    }
}
