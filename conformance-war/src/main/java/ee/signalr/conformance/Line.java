// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import org.jspecify.annotations.Nullable;

/**
 * A line of an {@link Order}. Immutable; what a client leaves out has its type's default.
 *
 * @param sku what is ordered, or null
 * @param qty how many
 */
public record Line(@Nullable String sku, int qty) {}
