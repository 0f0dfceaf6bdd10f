// SPDX-License-Identifier: Apache-2.0
/**
 * The answer to a negotiate request.
 *
 * <p>Internal: no stability is promised. Stateless.
 */
@NullMarked
package ee.signalr.core.negotiate;

import org.jspecify.annotations.NullMarked;
