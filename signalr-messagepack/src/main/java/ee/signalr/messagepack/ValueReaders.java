// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.TypeCache;
import ee.signalr.core.protocol.Types;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The readers of all types, made when first needed and kept. Thread-safe. */
final class ValueReaders {

    private final TypeCache<ValueReader> known = new TypeCache<>(this::make);
    private final ObjectModels models;

    ValueReaders(ObjectModels models) {
        this.models = models;
    }

    /** The reader of a type; made at once even where the type refers to itself. */
    ValueReader of(Type type) {
        return known.of(type);
    }

    private ValueReader make(Type type) {
        Class<?> raw = Types.erasure(type);
        ValueReader scalar = ScalarReaders.of(raw);
        if (scalar != null) {
            return scalar;
        }
        if (raw.isEnum()) {
            return constant(raw).orNull();
        }
        ValueReader container = container(type, raw);
        return container == null ? new ObjectReader(this, models, type).orNull() : container;
    }

    private @Nullable ValueReader container(Type type, Class<?> raw) {
        if (raw.isArray()) {
            Type component = Types.component(type);
            return ContainerReaders.array(Types.erasure(component), of(component))
                    .orNull();
        }
        if (raw == Optional.class) {
            return ContainerReaders.optional(of(Types.argument(type, 0)));
        }
        if (Iterable.class.isAssignableFrom(raw)) {
            Type element = TypeArguments.parameter(type, Iterable.class, 0);
            Supplier<Collection<@Nullable Object>> empty = ContainerTypes.collection(raw, Types.erasure(element));
            return empty == null
                    ? null
                    : ContainerReaders.collection(empty, of(element)).orNull();
        }
        if (Map.class.isAssignableFrom(raw)) {
            Type key = TypeArguments.parameter(type, Map.class, 0);
            Supplier<Map<@Nullable Object, @Nullable Object>> empty = ContainerTypes.map(raw, Types.erasure(key));
            Type value = TypeArguments.parameter(type, Map.class, 1);
            return empty == null
                    ? null
                    : ContainerReaders.map(empty, of(key), of(value)).orNull();
        }
        return null;
    }

    /** Constants come by their names, exactly, as the reference has it. */
    private static ValueReader constant(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return input -> {
            Object constant = constants.get(input.unpacker().unpackString());
            if (constant == null) {
                throw new BindingException("The text names no constant of " + type.getName());
            }
            return constant;
        };
    }
}
