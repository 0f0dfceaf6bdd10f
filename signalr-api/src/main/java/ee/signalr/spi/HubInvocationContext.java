// SPDX-License-Identifier: Apache-2.0
package ee.signalr.spi;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of a hub method, as {@link HubFilter}s see it. Arguments are changed by one thread at a time and before
 * {@link HubFilter.Next#proceed}; otherwise thread-safe.
 */
public interface HubInvocationContext extends HubFilterContext {

    /**
     * What the client calls.
     *
     * @return the name as the client spelled it; never null
     */
    String target();

    /**
     * The method that is going to be called, to read its annotations from.
     *
     * @return the method, or empty when the hub has none of that name
     */
    Optional<Method> method();

    /**
     * What the client has sent, bound to the types of the parameters. What the server gives (caller, clients, cancellation)
     * and uploaded streams are not among them.
     *
     * @return the arguments in order, as they are now; unmodifiable, and empty when the call is refused before they are
     *     bound
     */
    List<@Nullable Object> arguments();

    /**
     * Replaces an argument.
     *
     * @param index its position among {@link #arguments}, from 0
     * @param value what the method gets in its place
     * @throws IndexOutOfBoundsException when there is no such argument
     * @throws IllegalArgumentException when the parameter cannot take the value
     */
    void argument(int index, @Nullable Object value);

    /**
     * Replaces all arguments.
     *
     * @param values what the method gets in their place
     * @throws IllegalArgumentException when there are more or fewer than before, or a parameter cannot take its value; none
     *     is replaced then
     */
    void arguments(List<? extends @Nullable Object> values);

    /**
     * Whether the client asks for a stream.
     *
     * @return false for a plain call, with or without an answer
     */
    boolean isStreaming();
}
