// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * 128 random bits by which requests of a client find its connection, written as 22 characters of base64url. Compared in a time that
 * does not depend on how much of a guess is right. Immutable; not to be logged.
 */
final class ConnectionToken {

    /** How many characters a token has. */
    private static final int LENGTH = 22;

    private final long high;
    private final long low;

    private ConnectionToken(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** A new one. */
    static ConnectionToken random(SecureRandom random) {
        return new ConnectionToken(random.nextLong(), random.nextLong());
    }

    /** Reads one; empty for a text that none is written as. */
    static Optional<ConnectionToken> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        ConnectionToken read = new ConnectionToken(number(bytes, 0), number(bytes, Long.BYTES));
        // The last character has bits to spare, and only one spelling counts.
        return read.text().charAt(LENGTH - 1) == text.charAt(LENGTH - 1) ? Optional.of(read) : Optional.empty();
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            number = number << Byte.SIZE | bytes[i] & 0xff;
        }
        return number;
    }

    /** As clients send it. */
    String text() {
        byte[] bytes = new byte[2 * Long.BYTES];
        for (int i = 0; i < Long.BYTES; i++) {
            int shift = Byte.SIZE * (Long.BYTES - 1 - i);
            bytes[i] = (byte) (high >>> shift);
            bytes[i + Long.BYTES] = (byte) (low >>> shift);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectionToken that && ((high ^ that.high) | (low ^ that.low)) == 0;
    }

    @Override
    public int hashCode() {
        return (int) (high ^ high >>> Integer.SIZE);
    }

    @Override
    public String toString() {
        return "a connection token";
    }
}
