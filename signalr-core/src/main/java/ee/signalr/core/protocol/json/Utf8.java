// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

/** Checks the bytes of characters that are not ASCII: well-formed, shortest form, no surrogates. Stateless. */
final class Utf8 {

    private static final int MALFORMED = -1;

    private Utf8() {}

    /**
     * Passes over one character.
     *
     * @param start where its first byte is, which is not ASCII
     * @return the index after the character
     * @throws JsonSyntaxException when it is not well-formed
     */
    static int next(byte[] bytes, int start, int end) {
        int lead = bytes[start] & 0xFF;
        int length = length(lead);
        if (length == MALFORMED || end - start < length || !isSecond(lead, bytes[start + 1] & 0xFF)) {
            throw malformed(start);
        }
        for (int at = start + 2; at < start + length; at++) {
            if ((bytes[at] & 0xC0) != 0x80) {
                throw malformed(start);
            }
        }
        return start + length;
    }

    private static int length(int lead) {
        if (lead < 0xC2 || lead > 0xF4) {
            return MALFORMED;
        }
        if (lead < 0xE0) {
            return 2;
        }
        return lead < 0xF0 ? 3 : 4;
    }

    /** Whether the byte may follow the first: where not all do, the others would be a longer form or no character. */
    private static boolean isSecond(int lead, int second) {
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return lowest <= second && second <= highest;
    }

    private static JsonSyntaxException malformed(int position) {
        return new JsonSyntaxException("The text is not valid UTF-8.", position);
    }
}
