// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.util.AbstractList;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the arguments of a call when they cannot be read although the rest of the call can: such a call fails, and the
 * connection goes on. Asked for an argument, or for their number where that is not known either, it throws a
 * {@link HubProtocolException}. Immutable.
 */
public final class UnreadableArguments extends AbstractList<RawValue> {

    private final int size;
    private final String message;
    private final @Nullable Throwable cause;

    private UnreadableArguments(int size, String message, @Nullable Throwable cause) {
        this.size = size;
        this.message = message;
        this.cause = cause;
    }

    /**
     * Arguments of which not even the number is known.
     *
     * @param message what a client may read when detailed errors are on
     */
    public static UnreadableArguments ofUnknownNumber(String message, @Nullable Throwable cause) {
        return new UnreadableArguments(-1, message, cause);
    }

    /** Arguments of which the number is known, or claimed. */
    public static UnreadableArguments of(int number, Throwable cause) {
        return new UnreadableArguments(number, "The arguments cannot be read.", cause);
    }

    @Override
    public int size() {
        if (size < 0) {
            throw failure();
        }
        return size;
    }

    @Override
    public RawValue get(int index) {
        throw failure();
    }

    private HubProtocolException failure() {
        HubProtocolException failure = HubProtocolException.invalidData(message);
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }

    /** Only the same instance is equal: there is nothing else to compare. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return message;
    }
}
