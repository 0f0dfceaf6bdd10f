// SPDX-License-Identifier: Apache-2.0
/**
 * The raw connection: ids, bytes in, the bounded queue of what goes out, attach and detach of a transport, expiry.
 *
 * <p>Extension SPI for carriers and raw connection handlers; knows no hub protocol. Input of a connection is delivered serially, everything else may be called from any thread.
 */
@NullMarked
package ee.signalr.core.connection;

import org.jspecify.annotations.NullMarked;
