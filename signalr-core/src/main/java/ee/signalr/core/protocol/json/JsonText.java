// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import java.nio.charset.StandardCharsets;

/** Escapes in JSON strings, and what they stand for. Stateless. */
final class JsonText {

    private static final int SHORT_ESCAPE = 2;
    private static final int UNICODE_ESCAPE = 6;
    private static final int HEX = 16;

    private JsonText() {}

    /**
     * Passes over one escape.
     *
     * @param start where its backslash is
     * @return the index after it
     * @throws JsonSyntaxException when it is none
     */
    static int skipEscape(byte[] bytes, int start, int end) {
        int kind = start + 1 < end ? bytes[start + 1] : JsonLexer.END;
        return switch (kind) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> start + SHORT_ESCAPE;
            case 'u' -> skipUnicode(bytes, start, end);
            default -> throw malformed(start);
        };
    }

    /** The characters that a checked range of bytes with escapes stands for; surrogates may be alone. */
    static String unescape(byte[] bytes, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int run = at;
            while (run < end && bytes[run] != '\\') {
                run++;
            }
            text.append(new String(bytes, at, run - at, StandardCharsets.UTF_8));
            at = run;
            if (at < end) {
                text.append(character(bytes, at));
                at += bytes[at + 1] == 'u' ? UNICODE_ESCAPE : SHORT_ESCAPE;
            }
        }
        return text.toString();
    }

    /** Whether every surrogate in a text is part of a pair. */
    static boolean isPaired(String text) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return true;
    }

    private static int skipUnicode(byte[] bytes, int start, int end) {
        if (end - start < UNICODE_ESCAPE) {
            throw malformed(start);
        }
        for (int at = start + SHORT_ESCAPE; at < start + UNICODE_ESCAPE; at++) {
            if (bytes[at] < 0 || Character.digit(bytes[at], HEX) < 0) {
                throw malformed(start);
            }
        }
        return start + UNICODE_ESCAPE;
    }

    private static char character(byte[] bytes, int backslash) {
        byte kind = bytes[backslash + 1];
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(bytes, backslash + SHORT_ESCAPE);
            default -> (char) kind;
        };
    }

    private static char unicode(byte[] bytes, int digits) {
        int character = 0;
        for (int at = digits; at < digits + UNICODE_ESCAPE - SHORT_ESCAPE; at++) {
            character = character * HEX + Character.digit(bytes[at], HEX);
        }
        return (char) character;
    }

    private static JsonSyntaxException malformed(int position) {
        return new JsonSyntaxException("An escape in a string is malformed.", position);
    }
}
