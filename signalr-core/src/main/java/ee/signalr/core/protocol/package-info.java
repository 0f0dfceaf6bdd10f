// SPDX-License-Identifier: Apache-2.0
/**
 * The messages of a hub, their framing, the handshake, and the contract of a hub protocol.
 *
 * <p>Extension SPI. Messages are immutable, protocols are thread-safe, readers belong to one connection.
 */
@NullMarked
package ee.signalr.core.protocol;

import org.jspecify.annotations.NullMarked;
