// SPDX-License-Identifier: Apache-2.0
/**
 * Who is connected: groups, users, routing.
 *
 * <p>Extension SPI: scale-out replaces the lifetime manager. Thread-safe.
 */
@NullMarked
package ee.signalr.core.lifetime;

import org.jspecify.annotations.NullMarked;
