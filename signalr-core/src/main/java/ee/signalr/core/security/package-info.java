// SPDX-License-Identifier: Apache-2.0
/**
 * Who a caller is, and what a hub or a method asks of callers.
 *
 * <p>Internal: no stability is promised. Immutable values, safe on any thread.
 */
@NullMarked
package ee.signalr.core.security;

import org.jspecify.annotations.NullMarked;
