// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.BindingException;
import org.jspecify.annotations.Nullable;

/** Reads a value of one Java type from JSON. Thread-safe. */
@FunctionalInterface
interface ValueReader {

    /**
     * Reads the next value.
     *
     * @param scanner where it is read from
     * @return the value; null if it is null and the type allows that
     * @throws BindingException when it does not fit the type
     */
    @Nullable
    Object read(JsonScanner scanner);

    /** A reader that reads null too. */
    default ValueReader orNull() {
        return orElse(null);
    }

    /** A reader that gives a value for null. */
    default ValueReader orElse(@Nullable Object instead) {
        return scanner -> {
            if (scanner.token() != JsonToken.NULL) {
                return read(scanner);
            }
            scanner.skip();
            return instead;
        };
    }

    /** Checks that the next value is of one kind. */
    static void require(JsonScanner scanner, JsonToken kind, String typeName) {
        JsonToken token = scanner.token();
        if (token != kind) {
            throw new BindingException("A JSON " + token.wireName() + " is no " + typeName);
        }
    }
}
