// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import org.jspecify.annotations.Nullable;

/**
 * An object of scalars. Immutable; what a client leaves out has its type's default.
 *
 * @param x a number
 * @param y a number
 * @param label a text, or null
 */
public record Point(int x, int y, @Nullable String label) {}
