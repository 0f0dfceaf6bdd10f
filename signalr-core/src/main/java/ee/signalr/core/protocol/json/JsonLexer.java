// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the tokens of JSON from UTF-8 bytes, strictly by RFC 8259. What is none throws a {@link JsonSyntaxException}.
 * Confined to one call.
 */
abstract class JsonLexer {

    /** What {@link #peek} answers when nothing is left. */
    static final int END = Integer.MIN_VALUE;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final byte[] bytes;
    private final int end;
    private int position;

    private int tokenStart;
    private int tokenEnd;
    /** Whether the token is a string with escapes or a number with a fraction or an exponent. */
    private boolean special;

    JsonLexer(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** Passes over white space and tells the next byte, or {@link #END}. */
    final int peek() {
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
    final JsonToken token() {
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

    /** Passes over one of the characters that give JSON its structure. */
    final void expect(char expected) {
        if (peek() != expected) {
            throw malformed(position);
        }
        position++;
    }

    /** Reads a string; its content is the token then. */
    final void string() {
        expect('"');
        tokenStart = position;
        special = false;
        int at = PlainRun.end(bytes, position, end);
        while (at < end) {
            if (bytes[at] == '"') {
                tokenEnd = at;
                position = at + 1;
                return;
            }
            at = PlainRun.end(bytes, unusual(at), end);
        }
        throw malformed(at);
    }

    /** Reads a number; its characters are the token then. */
    final void number() {
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

    /** Passes over a value that is no container. */
    final void skipScalar(JsonToken token) {
        switch (token) {
            case STRING -> string();
            case NUMBER -> number();
            case TRUE -> literal(TRUE);
            case FALSE -> literal(FALSE);
            case NULL -> literal(NULL);
            case OBJECT, ARRAY -> throw new IllegalArgumentException(token.wireName());
        }
    }

    /** How many bytes the token has. */
    final int tokenLength() {
        return tokenEnd - tokenStart;
    }

    /** The byte at an index of the token. */
    final byte tokenByte(int index) {
        return bytes[tokenStart + index];
    }

    /** Whether the content of the token is the given text in UTF-8. */
    final boolean tokenIs(byte[] other) {
        if (special) {
            return Arrays.equals(tokenText().getBytes(StandardCharsets.UTF_8), other);
        }
        int length = tokenEnd - tokenStart;
        int same = 0;
        while (same < length && same < other.length && bytes[tokenStart + same] == other[same]) {
            same++;
        }
        return same == length && same == other.length;
    }

    /** Whether the token is a string with escapes. */
    final boolean isEscaped() {
        return special;
    }

    /** Whether the token is a number without fraction and exponent. */
    final boolean isIntegral() {
        return !special;
    }

    /** The content of the string, or the characters of the number, that is the token; surrogates may be alone. */
    final String tokenText() {
        return special
                ? JsonText.unescape(bytes, tokenStart, tokenEnd)
                : new String(bytes, tokenStart, tokenEnd - tokenStart, StandardCharsets.UTF_8);
    }

    /** The content of the string that is the token, in which each surrogate is one of a pair. */
    final String text() {
        String text = tokenText();
        if (special && !JsonText.isPaired(text)) {
            throw new JsonSyntaxException("A surrogate is not one of a pair.", tokenStart);
        }
        return text;
    }

    /** The index of the next byte. */
    final int position() {
        return position;
    }

    /** The bytes from an index up to the next byte. */
    final RawValue rawFrom(int start) {
        return new RawValue(bytes, start, position);
    }

    private void literal(byte[] expected) {
        int after = Math.min(position + expected.length, end);
        if (!Arrays.equals(bytes, position, after, expected, 0, expected.length)) {
            throw malformed(position);
        }
        position = after;
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
