// SPDX-License-Identifier: Apache-2.0
/**
 * What a carrier of bytes offers: send one frame, close, is open.
 *
 * <p>Extension SPI: implemented by the container modules. A transport is called by one thread at a time.
 */
@NullMarked
package ee.signalr.core.transport;

import org.jspecify.annotations.NullMarked;
