// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a client's method that is to be answered. Immutable as far as its arguments are.
 *
 * @param method the name of the client's method
 * @param arguments any values, null too
 * @param resultType to which the result is bound; {@code Void.class} when its value does not matter
 * @param timeout how long the client may take; null for the limit that its hub has
 */
public record ClientInvocation(
        String method,
        List<? extends @Nullable Object> arguments,
        Type resultType,
        @Nullable Duration timeout) {}
