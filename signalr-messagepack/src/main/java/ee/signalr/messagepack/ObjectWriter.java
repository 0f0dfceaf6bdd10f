// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes objects of one class as maps of their members. Thread-safe. */
final class ObjectWriter implements ValueWriter {

    private final ValueWriters values;
    private final List<Property> properties;

    ObjectWriter(ValueWriters values, ObjectModel model) {
        this.values = values;
        this.properties = model.written();
    }

    @Override
    public void write(ValueOutput out, Object value) throws IOException {
        out.enter();
        out.packer().packMapHeader(properties.size());
        for (Property property : properties) {
            out.packer().packString(property.name());
            values.write(out, get(property, value));
        }
        out.leave();
    }

    private static @Nullable Object get(Property property, Object owner) throws IOException {
        try {
            return property.get(owner);
        } catch (IOException | RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new IOException("'" + property.name() + "' cannot be read", failed);
        }
    }
}
