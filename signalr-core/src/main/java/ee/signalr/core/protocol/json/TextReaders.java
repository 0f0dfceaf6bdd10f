// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.TextValues;
import java.util.Base64;
import java.util.function.Function;

/** Reads what is written as a string. Stateless. */
final class TextReaders {

    private static final int BASE64_GROUP = 4;

    private TextReaders() {}

    static String text(JsonScanner scanner) {
        return text(scanner, "String");
    }

    /** A reader of strings of one character. */
    static ValueReader character() {
        return of("char", text -> {
            if (text.length() != 1) {
                throw new IllegalArgumentException(text.length() + " characters");
            }
            return text.charAt(0);
        });
    }

    /** A reader of UUIDs in their usual form. */
    static ValueReader uuid() {
        return of("UUID", TextValues::uuid);
    }

    /** A reader of bytes in Base64 with padding. */
    static ValueReader base64() {
        return of("Base64", text -> {
            if (text.length() % BASE64_GROUP != 0) {
                throw new IllegalArgumentException("padding is missing");
            }
            return Base64.getDecoder().decode(text);
        });
    }

    private static ValueReader of(String typeName, Function<String, Object> conversion) {
        return scanner -> {
            String text = text(scanner, typeName);
            try {
                return conversion.apply(text);
            } catch (IllegalArgumentException unfit) {
                throw new BindingException("The string is no " + typeName, unfit);
            }
        };
    }

    private static String text(JsonScanner scanner, String typeName) {
        ValueReader.require(scanner, JsonToken.STRING, typeName);
        scanner.string();
        return scanner.text();
    }
}
