// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.TypeCache;
import ee.signalr.core.protocol.Types;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The readers of all types, made when first needed and kept. Thread-safe. */
final class ValueReaders {

    private static final Set<Class<?>> LISTS = Set.of(Iterable.class, Collection.class, List.class, ArrayList.class);
    private static final Set<Class<?>> SETS = Set.of(Set.class, HashSet.class, LinkedHashSet.class);
    private static final Set<Class<?>> MAPS = Set.of(Map.class, HashMap.class, LinkedHashMap.class);
    private static final Set<Class<?>> TEXT_KEYS = Set.of(String.class, Object.class);

    private final TypeCache<ValueReader> known = new TypeCache<>(this::make);
    private final Supplier<Jsonb> jsonb;

    ValueReaders(Supplier<Jsonb> jsonb) {
        this.jsonb = jsonb;
    }

    /** The reader of a type. */
    ValueReader of(Type type) {
        return known.of(type);
    }

    private ValueReader make(Type type) {
        Class<?> raw = Types.erasure(type);
        ValueReader scalar = ScalarReaders.of(raw);
        if (scalar != null) {
            return scalar;
        }
        ValueReader container = container(type, raw);
        if (container != null) {
            return container;
        }
        return EnumTypes.isPlain(raw) ? EnumReader.of(raw).orNull() : new JsonbReader(jsonb, type);
    }

    private @Nullable ValueReader container(Type type, Class<?> raw) {
        if (raw.isArray()) {
            Type component = Types.component(type);
            return ContainerReaders.array(Types.erasure(component), of(component))
                    .orNull();
        }
        if (LISTS.contains(raw)) {
            return ContainerReaders.collection(ArrayList::new, of(Types.argument(type, 0)))
                    .orNull();
        }
        if (SETS.contains(raw)) {
            return ContainerReaders.collection(LinkedHashSet::new, of(Types.argument(type, 0)))
                    .orNull();
        }
        if (MAPS.contains(raw) && TEXT_KEYS.contains(Types.erasure(Types.argument(type, 0)))) {
            return ContainerReaders.map(of(Types.argument(type, 1))).orNull();
        }
        return raw == Optional.class ? ContainerReaders.optional(of(Types.argument(type, 0))) : null;
    }
}
