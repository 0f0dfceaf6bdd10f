// SPDX-License-Identifier: Apache-2.0
/** Clients that show every byte: HTTP/1.1 and WebSocket on bare sockets, and the JSON hub protocol on top. */
@NullMarked
package ee.signalr.it.wire;

import org.jspecify.annotations.NullMarked;
