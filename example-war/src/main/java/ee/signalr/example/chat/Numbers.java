// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chat;

/** Writes numbers for people. */
final class Numbers {

    private static final double EXACT_INTEGERS = 1e15;

    private Numbers() {}

    /** A number, without a fraction when it has none. */
    static String text(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < EXACT_INTEGERS;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
