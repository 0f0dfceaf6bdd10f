// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.RawValue;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the reading of a type to JSON-B, which gets the JSON as a {@link RawReader}: a stream would cost it buffers of many
 * kilobytes for every value. Thread-safe.
 */
final class JsonbReader implements ValueReader {

    private final Supplier<Jsonb> jsonb;
    private final Type type;

    JsonbReader(Supplier<Jsonb> jsonb, Type type) {
        this.jsonb = jsonb;
        this.type = type;
    }

    @Override
    public @Nullable Object read(JsonScanner scanner) {
        return read(scanner.raw());
    }

    /** Reads a value that is known to be JSON. */
    @Nullable
    Object read(RawValue value) {
        if (isNull(value)) {
            return null;
        }
        try {
            return jsonb.get().fromJson(new RawReader(value), type);
        } catch (Exception | StackOverflowError | LinkageError refused) { // whatever classes of the application do
            throw new BindingException("JSON-B cannot read " + type.getTypeName(), refused);
        }
    }

    private static boolean isNull(RawValue value) {
        return value.bytes()[value.start()] == 'n'; // no other value begins like it
    }
}
