// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import java.util.Arrays;

/** JSON on its way into an array of UTF-8 bytes, which grows as needed. Confined to one call. */
final class JsonOutput {

    private static final int MAXIMUM_DEPTH = 64;
    private static final int LONGEST_ENCODING = 4;
    private static final int LONGEST_ESCAPE = 6;
    private static final int MINIMUM_GROWTH = 64;
    private static final int RADIX = 10;
    private static final char FIRST_NON_ASCII = 0x80;
    private static final char REPLACEMENT = '\uFFFD';
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes;
    private int size;
    private int depth;

    /** Makes an empty output. An array of exactly the capacity is handed out as it is, without a copy. */
    JsonOutput(int capacity) {
        bytes = new byte[capacity];
    }

    /** Adds an ASCII character as it is. */
    void ascii(char character) {
        reserve(1);
        bytes[size++] = (byte) character;
    }

    /** Adds ASCII characters as they are. */
    void ascii(String text) {
        reserve(text.length());
        for (int at = 0; at < text.length(); at++) {
            bytes[size++] = (byte) text.charAt(at);
        }
    }

    /** Adds bytes as they are. */
    void bytes(byte[] source) {
        bytes(source, 0, source.length);
    }

    /** Adds a range of bytes as they are. */
    void bytes(byte[] source, int start, int end) {
        reserve(end - start);
        System.arraycopy(source, start, bytes, size, end - start);
        size += end - start;
    }

    /** Adds text that is JSON already; the room that is left stays for what follows. */
    void json(String text) {
        if (bytes.length - size < text.length()) {
            bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, text.length()));
        }
        int at = asciiRun(text, 0);
        while (at < text.length()) {
            at += encode(text, at);
            reserve(text.length() - at);
            at = asciiRun(text, at);
        }
    }

    /** Adds a string: in quotes, escaped only where JSON demands it. A surrogate without its pair becomes U+FFFD. */
    void text(String text) {
        reserve(text.length() + 2);
        bytes[size++] = '"';
        int at = plainRun(text, 0);
        while (at < text.length()) {
            at += unusual(text, at);
            reserve(text.length() - at + 1);
            at = plainRun(text, at);
        }
        ascii('"');
    }

    /** Adds an integer. */
    void number(long value) {
        int digits = digits(value);
        reserve(digits + 1);
        if (value < 0) {
            bytes[size++] = '-';
        }
        long rest = value;
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + Math.abs(rest % RADIX)); // the lowest number has no positive counterpart
            rest /= RADIX;
        }
        size += digits;
    }

    /**
     * Opens a container.
     *
     * @throws IllegalStateException when it is nested too deep, most likely because a value contains itself
     */
    void open(char bracket) {
        if (depth == MAXIMUM_DEPTH) {
            throw new IllegalStateException(
                    "The value is nested deeper than " + MAXIMUM_DEPTH + ", or contains itself");
        }
        depth++;
        ascii(bracket);
    }

    /** Closes a container. */
    void close(char bracket) {
        depth--;
        ascii(bracket);
    }

    /** What has been added; the array is not used any more afterwards. */
    byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** How many digits a number has, without its sign. */
    static int digits(long value) {
        int digits = 1;
        for (long rest = value / RADIX; rest != 0; rest /= RADIX) {
            digits++;
        }
        return digits;
    }

    /** Adds characters from an index up to the next that needs attention, and tells its index. Room is reserved. */
    private int plainRun(String text, int start) {
        byte[] target = bytes;
        int offset = size - start;
        int at = start;
        while (at < text.length() && isPlain(text.charAt(at))) {
            target[offset + at] = (byte) text.charAt(at);
            at++;
        }
        size = offset + at;
        return at;
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character < FIRST_NON_ASCII && character != '"' && character != '\\';
    }

    /** Adds characters from an index up to the next that is not ASCII, and tells its index. Room is reserved. */
    private int asciiRun(String text, int start) {
        byte[] target = bytes;
        int offset = size - start;
        int at = start;
        while (at < text.length() && text.charAt(at) < FIRST_NON_ASCII) {
            target[offset + at] = (byte) text.charAt(at);
            at++;
        }
        size = offset + at;
        return at;
    }

    /** Adds the code point at an index and tells how many characters it was. */
    private int unusual(String text, int index) {
        char character = text.charAt(index);
        if (character >= FIRST_NON_ASCII) {
            return encode(text, index);
        }
        escape(character);
        return 1;
    }

    private void escape(char character) {
        reserve(LONGEST_ESCAPE);
        bytes[size++] = '\\';
        switch (character) {
            case '\b' -> bytes[size++] = 'b';
            case '\f' -> bytes[size++] = 'f';
            case '\n' -> bytes[size++] = 'n';
            case '\r' -> bytes[size++] = 'r';
            case '\t' -> bytes[size++] = 't';
            case '"', '\\' -> bytes[size++] = (byte) character;
            default -> {
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[character >> 4];
                bytes[size++] = HEX[character & 0xF];
            }
        }
    }

    /** Adds the code point at an index and tells how many characters it was. */
    private int encode(String text, int index) {
        reserve(LONGEST_ENCODING);
        int codePoint = text.codePointAt(index);
        if (codePoint < 0x800) {
            bytes[size++] = (byte) (0xC0 | codePoint >> 6);
            trailing(codePoint);
        } else if (codePoint < 0x1_0000) {
            int character = Character.isSurrogate((char) codePoint) ? REPLACEMENT : codePoint;
            bytes[size++] = (byte) (0xE0 | character >> 12);
            trailing(character >> 6);
            trailing(character);
        } else {
            bytes[size++] = (byte) (0xF0 | codePoint >> 18);
            trailing(codePoint >> 12);
            trailing(codePoint >> 6);
            trailing(codePoint);
        }
        return Character.charCount(codePoint);
    }

    private void trailing(int sixBits) {
        bytes[size++] = (byte) (0x80 | sixBits & 0x3F);
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            int needed = Math.addExact(size, count);
            int doubled = (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8);
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.max(doubled, MINIMUM_GROWTH)));
        }
    }
}
