// SPDX-License-Identifier: Apache-2.0
/**
 * Java types with their type parameters, as far as the extension has to understand them.
 *
 * <p>Internal: no stability is promised. Everything is immutable and thread-safe.
 */
@NullMarked
package ee.signalr.cdi.type;

import org.jspecify.annotations.NullMarked;
