// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads JSON from UTF-8 bytes, strictly by RFC 8259, and nested no deeper than 64 containers. Values are read one after the
 * other; those that nobody wants are passed over without recursion, but checked too. Confined to one call.
 *
 * <p>An object is read by {@code startObject(); while (nextMember()) { name(); a value }}, an array by
 * {@code startArray(); while (nextElement()) { a value }}. What is not JSON throws a {@link JsonSyntaxException}.
 */
final class JsonScanner {

    /** What {@link #peek} answers when nothing is left. */
    static final int END = Integer.MIN_VALUE;

    private static final int MAXIMUM_DEPTH = 64;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final byte[] bytes;
    private final int end;
    private int position;
    private int depth;
    /** Whether the innermost container has just been opened. */
    private boolean opened;

    private int tokenStart;
    private int tokenEnd;
    /** Whether the token is a string with escapes or a number with a fraction or an exponent. */
    private boolean special;

    JsonScanner(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** Passes over white space and tells the next byte, or {@link #END}. */
    int peek() {
        while (position < end) {
            byte next = bytes[position];
            if (next > ' ' || next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            position++;
        }
        return END;
    }

    /** What the next value is. */
    JsonToken token() {
        return switch (peek()) {
            case '{' -> JsonToken.OBJECT;
            case '[' -> JsonToken.ARRAY;
            case '"' -> JsonToken.STRING;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> JsonToken.NUMBER;
            case 't' -> JsonToken.TRUE;
            case 'f' -> JsonToken.FALSE;
            case 'n' -> JsonToken.NULL;
            default -> throw noValue();
        };
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

    /** Reads a string; its content is the token then. */
    void string() {
        expect('"');
        tokenStart = position;
        special = false;
        int at = position;
        while (at < end) {
            byte next = bytes[at];
            if (next == '"') {
                tokenEnd = at;
                position = at + 1;
                return;
            }
            at = next >= ' ' && next != '\\' ? at + 1 : unusual(at);
        }
        throw malformed(at);
    }

    /** Reads a number; its characters are the token then. */
    void number() {
        tokenStart = position;
        special = false;
        int at = byteAt(position) == '-' ? position + 1 : position;
        at = byteAt(at) == '0' ? at + 1 : digits(at);
        if (byteAt(at) == '.') {
            special = true;
            at = digits(at + 1);
        }
        if (byteAt(at) == 'e' || byteAt(at) == 'E') {
            special = true;
            boolean signed = byteAt(at + 1) == '+' || byteAt(at + 1) == '-';
            at = digits(signed ? at + 2 : at + 1);
        }
        tokenEnd = at;
        position = at;
    }

    /** Passes over a value of any kind. */
    void skip() {
        int outside = depth;
        long objects = 0; // one bit a container, the innermost lowest: whether it is an object
        do {
            JsonToken token = token();
            if (token == JsonToken.OBJECT) {
                startObject();
                objects = objects << 1 | 1;
            } else if (token == JsonToken.ARRAY) {
                startArray();
                objects <<= 1;
            } else {
                skipScalar(token);
            }
            while (depth > outside && !((objects & 1) != 0 ? nextMember() : nextElement())) {
                objects >>>= 1;
            }
        } while (depth > outside);
    }

    /** Passes over a value and keeps where it lies. */
    RawValue raw() {
        peek();
        int start = position;
        skip();
        return new RawValue(bytes, start, position);
    }

    /** How many bytes the token has. */
    int tokenLength() {
        return tokenEnd - tokenStart;
    }

    /** Whether the token is, byte by byte, the given one. */
    boolean tokenIs(byte[] other) {
        return Arrays.equals(bytes, tokenStart, tokenEnd, other, 0, other.length);
    }

    /** Whether the token is a string with escapes. */
    boolean isEscaped() {
        return special;
    }

    /** Whether the token is a number without fraction and exponent. */
    boolean isIntegral() {
        return !special;
    }

    /** The byte at an index of the token. */
    byte tokenByte(int index) {
        return bytes[tokenStart + index];
    }

    /** The content of the string, or the characters of the number, that is the token; surrogates may be alone. */
    String tokenText() {
        return special
                ? JsonText.unescape(bytes, tokenStart, tokenEnd)
                : new String(bytes, tokenStart, tokenEnd - tokenStart, StandardCharsets.UTF_8);
    }

    /** The content of the string that is the token, in which each surrogate is one of a pair. */
    String text() {
        String text = tokenText();
        if (special && !JsonText.isPaired(text)) {
            throw new JsonSyntaxException("A surrogate is not one of a pair.", tokenStart);
        }
        return text;
    }

    private void skipScalar(JsonToken token) {
        switch (token) {
            case STRING -> string();
            case NUMBER -> number();
            case TRUE -> literal(TRUE);
            case FALSE -> literal(FALSE);
            case NULL -> literal(NULL);
            case OBJECT, ARRAY -> throw new IllegalArgumentException(token.wireName());
        }
    }

    private void literal(byte[] expected) {
        int after = Math.min(position + expected.length, end);
        if (!Arrays.equals(bytes, position, after, expected, 0, expected.length)) {
            throw malformed(position);
        }
        position = after;
    }

    private void open() {
        if (depth == MAXIMUM_DEPTH) {
            throw new JsonSyntaxException("The maximum depth of " + MAXIMUM_DEPTH + " is exceeded.", position - 1);
        }
        depth++;
        opened = true;
    }

    private boolean nextIn(char close) {
        if (peek() == close) {
            position++;
            depth--;
            opened = false;
            return false;
        }
        if (!opened) {
            expect(',');
            peek();
        }
        opened = false;
        return true;
    }

    private void expect(char expected) {
        if (peek() != expected) {
            throw malformed(position);
        }
        position++;
    }

    private int unusual(int at) {
        byte next = bytes[at];
        if (next == '\\') {
            special = true;
            return JsonText.skipEscape(bytes, at, end);
        }
        if (next < 0) {
            return Utf8.next(bytes, at, end);
        }
        throw malformed(at);
    }

    private int digits(int start) {
        int at = start;
        while (byteAt(at) >= '0' && byteAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed(at);
        }
        return at;
    }

    private int byteAt(int index) {
        return index < end ? bytes[index] : END;
    }

    private JsonSyntaxException noValue() {
        int next = peek();
        if (next == END) {
            return new JsonSyntaxException("The JSON text ends where a value is expected.", position);
        }
        String shown = next >= ' ' && next < 0x7F ? String.valueOf((char) next) : String.format("0x%02X", next & 0xFF);
        return new JsonSyntaxException("'" + shown + "' is an invalid start of a value.", position);
    }

    private static JsonSyntaxException malformed(int position) {
        return new JsonSyntaxException("The JSON text is malformed.", position);
    }
}
