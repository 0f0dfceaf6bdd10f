// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.BindingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a value of one Java type. Thread-safe. */
@FunctionalInterface
interface ValueReader {

    /**
     * Reads the next value.
     *
     * @return the value; null if it is nil and the type allows that
     * @throws BindingException when it does not fit the type
     * @throws org.msgpack.core.MessagePackException when it is of another kind, too large a number, or not complete
     */
    @Nullable
    Object read(ValueInput input) throws IOException;

    /** A reader that reads nil too. */
    default ValueReader orNull() {
        return orElse(null);
    }

    /** A reader that gives a value for nil. */
    default ValueReader orElse(@Nullable Object instead) {
        return input -> input.tryNil() ? instead : read(input);
    }
}
