// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.RawValue;

/**
 * Reads JSON value by value, nested no deeper than 64 containers. Values that nobody wants are passed over without
 * recursion, but checked too. Confined to one call.
 *
 * <p>An object is read by {@code startObject(); while (nextMember()) { text(); a value }}, an array by
 * {@code startArray(); while (nextElement()) { a value }}.
 */
final class JsonScanner extends JsonLexer {

    private static final int MAXIMUM_DEPTH = 64;

    private int depth;
    /** Whether the innermost container has just been opened. */
    private boolean opened;

    JsonScanner(byte[] bytes, int start, int end) {
        super(bytes, start, end);
    }

    /** Opens an object. */
    void startObject() {
        expect('{');
        open();
    }

    /** Opens an array. */
    void startArray() {
        expect('[');
        open();
    }

    /** Goes to the value of the next member, whose name is the token then; closes the object if there is none. */
    boolean nextMember() {
        if (!nextIn('}')) {
            return false;
        }
        string();
        expect(':');
        return true;
    }

    /** Goes to the next element; closes the array if there is none. */
    boolean nextElement() {
        return nextIn(']');
    }

    /** Passes over a value of any kind. */
    void skip() {
        JsonToken next = token();
        if (next.isContainer()) {
            skipContainer();
        } else {
            skipScalar(next);
        }
    }

    /** Passes over a value and keeps where it lies. */
    RawValue raw() {
        peek();
        int start = position();
        skip();
        return rawFrom(start);
    }

    private void skipContainer() {
        int outside = depth;
        long objects = 0; // one bit a container, the innermost lowest: whether it is an object
        do {
            JsonToken next = token();
            if (next == JsonToken.OBJECT) {
                startObject();
                objects = objects << 1 | 1;
            } else if (next == JsonToken.ARRAY) {
                startArray();
                objects <<= 1;
            } else {
                skipScalar(next);
            }
            while (depth > outside && !((objects & 1) != 0 ? nextMember() : nextElement())) {
                objects >>>= 1;
            }
        } while (depth > outside);
    }

    private void open() {
        if (depth == MAXIMUM_DEPTH) {
            throw new JsonSyntaxException("The maximum depth of " + MAXIMUM_DEPTH + " is exceeded.", position() - 1);
        }
        depth++;
        opened = true;
    }

    private boolean nextIn(char close) {
        if (peek() == close) {
            expect(close);
            depth--;
            opened = false;
            return false;
        }
        if (!opened) {
            expect(',');
        }
        opened = false;
        return true;
    }
}
