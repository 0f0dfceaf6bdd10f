// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.Types;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;

/**
 * Lets JSON-B write the constants of all enumerations as their positions, and read positions as well as names. The raw type is
 * what makes implementations take it for every enumeration. Stateless.
 */
@SuppressWarnings("rawtypes")
final class EnumNumbers implements JsonbSerializer<Enum>, JsonbDeserializer<Enum> {

    @Override
    public void serialize(Enum constant, JsonGenerator generator, SerializationContext context) {
        generator.write(constant.ordinal());
    }

    @Override
    public Enum deserialize(JsonParser parser, DeserializationContext context, Type type) {
        EnumReader reader = EnumReader.of(Types.erasure(type));
        JsonValue value = parser.getValue();
        if (value instanceof JsonNumber number) {
            return (Enum) reader.at(number.intValueExact());
        }
        return (Enum) reader.named(value instanceof JsonString text ? text.getString() : value.toString());
    }
}
