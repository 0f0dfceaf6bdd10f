// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.Types;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects from maps: members by their exact names, unknown ones passed over, absent ones left as the type has them. Looks at
 * the type when it is first needed, so that types may refer to themselves. Thread-safe.
 */
final class ObjectReader implements ValueReader {

    private final ValueReaders readers;
    private final ObjectModels models;
    private final Type type;
    private volatile @Nullable Plan plan;

    ObjectReader(ValueReaders readers, ObjectModels models, Type type) {
        this.readers = readers;
        this.models = models;
        this.type = type;
    }

    /** One member with its reader. */
    private record Part(Property property, ValueReader reader) {}

    /** What to do. */
    private record Plan(MethodHandle creator, @Nullable Object[] defaults, Map<String, Part> parts) {}

    @Override
    public Object read(ValueInput input) throws IOException {
        Plan known = plan();
        int size = input.enterMap();
        @Nullable Object[] arguments = known.defaults().clone();
        List<Object> later = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Part part = known.parts().get(input.unpacker().unpackString());
            if (part == null) {
                input.skip();
                continue;
            }
            Object value = part.reader().read(input);
            if (part.property().position() >= 0) {
                arguments[part.property().position()] = value;
            } else {
                later.add(part.property());
                later.add(value == null ? this : value);
            }
        }
        input.leave();
        return make(known, arguments, later);
    }

    /** The object with its members set; {@code this} stands for null in {@code later}. */
    private Object make(Plan known, @Nullable Object[] arguments, List<Object> later) {
        try {
            Object made = known.creator().invoke(arguments);
            for (int i = 0; i < later.size(); i += 2) {
                Object value = later.get(i + 1);
                ((Property) later.get(i)).set(made, value == this ? null : value);
            }
            return made;
        } catch (Error fatal) {
            throw fatal;
        } catch (Throwable refused) {
            throw new BindingException("The value does not fit " + type.getTypeName(), refused);
        }
    }

    private Plan plan() {
        Plan known = plan;
        if (known == null) {
            known = makePlan();
            plan = known;
        }
        return known;
    }

    private Plan makePlan() {
        ObjectModel model = models.of(type);
        MethodHandle creator = model.creator();
        if (creator == null) {
            throw new BindingException("There is no way to make a " + type.getTypeName());
        }
        @Nullable
        Object[] defaults =
                model.parameters().stream().map(ObjectReader::defaultOf).toArray();
        Map<String, Part> parts = new HashMap<>();
        model.read().forEach((name, property) -> parts.put(name, new Part(property, readers.of(property.type()))));
        return new Plan(creator, defaults, parts);
    }

    private static @Nullable Object defaultOf(Property parameter) {
        Class<?> raw = Types.erasure(parameter.type());
        if (raw.isPrimitive()) {
            return Array.get(Array.newInstance(raw, 1), 0);
        }
        if (raw == Optional.class) {
            return Optional.empty();
        }
        if (raw == OptionalInt.class) {
            return OptionalInt.empty();
        }
        if (raw == OptionalLong.class) {
            return OptionalLong.empty();
        }
        return raw == OptionalDouble.class ? OptionalDouble.empty() : null;
    }
}
