// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.RawValue;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Binds received values to Java types. Thread-safe. */
final class JsonBinder {

    private final ValueReaders readers;

    JsonBinder(Supplier<Jsonb> jsonb) {
        this.readers = new ValueReaders(jsonb);
    }

    /**
     * Binds a value.
     *
     * @throws BindingException when it does not fit the type
     */
    @Nullable
    Object bind(RawValue value, Type type) {
        ValueReader reader = readers.of(type);
        if (reader instanceof JsonbReader direct) {
            return direct.read(value);
        }
        JsonScanner scanner = new JsonScanner(value.bytes(), value.start(), value.end());
        try {
            Object bound = reader.read(scanner);
            if (scanner.peek() != JsonLexer.END) {
                throw new BindingException("More than one value cannot be bound to " + type.getTypeName());
            }
            return bound;
        } catch (JsonSyntaxException malformed) {
            throw new BindingException("What cannot be read cannot be bound to " + type.getTypeName(), malformed);
        }
    }
}
