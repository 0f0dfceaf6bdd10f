// SPDX-License-Identifier: Apache-2.0
/**
 * Options with their names, defaults and ranges, and the immutable values that the engine runs with.
 *
 * <p>Internal: no stability is promised. Values are immutable; builders are confined to the deploying thread.
 */
@NullMarked
package ee.signalr.core.config;

import org.jspecify.annotations.NullMarked;
