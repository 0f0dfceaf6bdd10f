// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.bench;

/**
 * A small object to measure with. Immutable as long as nobody writes to its array.
 *
 * @param a a number
 * @param b some numbers
 */
public record Payload(int a, int[] b) {}
