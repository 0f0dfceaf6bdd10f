// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What belongs to each type, made when first asked for and kept as long as this object. Two threads that ask for the same type at
 * once may each make it; the last one is kept. Thread-safe.
 *
 * @param <T> what belongs to a type
 */
public final class TypeCache<T> {

    private final Map<Type, T> known = new ConcurrentHashMap<>();
    private final Function<Type, T> maker;

    /**
     * Makes an empty cache.
     *
     * @param maker asked for types {@linkplain Types#withoutVariables without variables}; may itself ask this cache for others
     */
    public TypeCache(Function<Type, T> maker) {
        this.maker = maker;
    }

    /** What belongs to a type; never null. Throws what the maker throws, and then keeps nothing. */
    public T of(Type type) {
        T found = known.get(type);
        if (found == null) {
            found = maker.apply(Types.withoutVariables(type)); // not in computeIfAbsent: the maker asks for other types
            known.put(type, found);
        }
        return found;
    }
}
