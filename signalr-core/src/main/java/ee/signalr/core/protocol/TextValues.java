// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.util.UUID;

/** Reads values from text as strictly as all protocols are to read them. Stateless. */
public final class TextValues {

    /** Large numbers take more than linear time, so they are limited like Jakarta JSON Processing limits them. */
    private static final int MAXIMUM_CHARACTERS = 1100;

    private TextValues() {}

    /**
     * Reads a UUID in its usual form.
     *
     * @throws IllegalArgumentException when it has another form, such as one without all digits
     */
    public static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("digits are missing");
        }
        return uuid;
    }

    /**
     * Checks that a number is not too long to be read without a limit to its size.
     *
     * @param characters the length of its text
     * @throws BindingException when that is more than 1100
     */
    public static void checkNumberLength(int characters) {
        if (characters > MAXIMUM_CHARACTERS) {
            throw new BindingException("A number of more than " + MAXIMUM_CHARACTERS + " characters is not read");
        }
    }
}
