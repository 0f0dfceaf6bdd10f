// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A member of a Java type as it appears on the wire.
 *
 * @param name its name there
 * @param type its type, without type variables
 * @param getter takes the object and gives the value; null when it is not written
 * @param setter takes the object and the value; null when it is not read, or only by the creator
 * @param position which parameter of the creator takes it; negative when none does
 */
record Property(
        String name,
        Type type,
        @Nullable MethodHandle getter,
        @Nullable MethodHandle setter,
        int position) {

    /** The value in an object. */
    @Nullable
    Object get(Object owner) throws Throwable {
        return Objects.requireNonNull(getter, name).invoke(owner);
    }

    /** Changes the value in an object. */
    void set(Object owner, @Nullable Object value) throws Throwable {
        Objects.requireNonNull(setter, name).invoke(owner, value);
    }
}
