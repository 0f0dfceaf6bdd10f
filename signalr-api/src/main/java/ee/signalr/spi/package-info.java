// SPDX-License-Identifier: Apache-2.0
/**
 * Hooks that an application implements as CDI beans to change what SignalR does by default.
 *
 * <p>Public API. Implementations are called from several threads at once and must be thread-safe.
 */
@NullMarked
package ee.signalr.spi;

import org.jspecify.annotations.NullMarked;
