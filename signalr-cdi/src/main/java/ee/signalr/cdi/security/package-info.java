// SPDX-License-Identifier: Apache-2.0
/**
 * The interceptor that guards hub methods which not everybody may call, on whatever way they are reached.
 *
 * <p>Internal: no stability is promised. Thread-safe unless a type says otherwise.
 */
@NullMarked
package ee.signalr.cdi.security;

import org.jspecify.annotations.NullMarked;
