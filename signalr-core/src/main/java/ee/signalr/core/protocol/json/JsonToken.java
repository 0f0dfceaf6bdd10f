// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

/** What a JSON value can be, told by how it begins. */
enum JsonToken {
    /** An object, at its opening brace. */
    OBJECT("Object"),
    /** An array, at its opening bracket. */
    ARRAY("Array"),
    /** A string. */
    STRING("String"),
    /** A number. */
    NUMBER("Number"),
    /** The literal {@code true}. */
    TRUE("True"),
    /** The literal {@code false}. */
    FALSE("False"),
    /** The literal {@code null}. */
    NULL("Null");

    private final String wireName;

    JsonToken(String wireName) {
        this.wireName = wireName;
    }

    /** The name in texts that clients see. */
    String wireName() {
        return wireName;
    }

    /** Whether other values lie in it. */
    boolean isContainer() {
        return this == OBJECT || this == ARRAY;
    }
}
