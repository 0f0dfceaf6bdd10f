// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes empty collections and maps of a declared type. Stateless. */
final class ContainerTypes {

    private static final Set<Class<?>> LISTS = Set.of(Iterable.class, Collection.class, List.class);
    private static final Set<Class<?>> SORTED_SETS = Set.of(SortedSet.class, NavigableSet.class);
    private static final Set<Class<?>> QUEUES = Set.of(Queue.class, Deque.class);
    private static final Set<Class<?>> SORTED_MAPS = Set.of(SortedMap.class, NavigableMap.class);

    private ContainerTypes() {}

    /** Makes collections of a type; null if it is no collection, or none that could be made. */
    static @Nullable Supplier<Collection<@Nullable Object>> collection(Class<?> raw, Class<?> element) {
        if (LISTS.contains(raw)) {
            return ArrayList::new;
        }
        if (raw == Set.class) {
            return LinkedHashSet::new;
        }
        if (SORTED_SETS.contains(raw)) {
            return TreeSet::new;
        }
        if (QUEUES.contains(raw)) {
            return ArrayDeque::new;
        }
        if (raw == EnumSet.class && element.isEnum()) {
            return () -> noneOf(element);
        }
        return Collection.class.isAssignableFrom(raw) ? byConstructor(raw) : null;
    }

    /** Makes maps of a type; null if it is no map, or none that could be made. */
    static @Nullable Supplier<Map<@Nullable Object, @Nullable Object>> map(Class<?> raw, Class<?> key) {
        if (raw == Map.class) {
            return LinkedHashMap::new;
        }
        if (SORTED_MAPS.contains(raw)) {
            return TreeMap::new;
        }
        if (raw == ConcurrentMap.class) {
            return ConcurrentHashMap::new;
        }
        if (raw == EnumMap.class && key.isEnum()) {
            return () -> enumMap(key);
        }
        return Map.class.isAssignableFrom(raw) ? byConstructor(raw) : null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // asked for enumerations only
    private static Collection<@Nullable Object> noneOf(Class<?> element) {
        return (Collection) EnumSet.noneOf((Class) element);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // asked for enumerations only
    private static Map<@Nullable Object, @Nullable Object> enumMap(Class<?> key) {
        return new EnumMap((Class) key);
    }

    @SuppressWarnings("unchecked") // the caller asks for a class that is such a container
    private static <T> @Nullable Supplier<T> byConstructor(Class<?> raw) {
        if (Modifier.isAbstract(raw.getModifiers()) || !Modifier.isPublic(raw.getModifiers())) {
            return null;
        }
        try {
            Constructor<?> constructor = raw.getConstructor();
            return () -> {
                try {
                    return (T) constructor.newInstance();
                } catch (ReflectiveOperationException failed) {
                    throw new IllegalArgumentException("No " + raw.getName() + " could be made", failed);
                }
            };
        } catch (NoSuchMethodException none) {
            return null;
        }
    }
}
