// SPDX-License-Identifier: Apache-2.0
/**
 * Assembles the engine: hubs, connections, the sweep, start and stop.
 *
 * <p>Extension SPI for the container modules. Thread-safe.
 */
@NullMarked
package ee.signalr.core;

import org.jspecify.annotations.NullMarked;
