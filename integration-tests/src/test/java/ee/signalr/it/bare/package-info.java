// SPDX-License-Identifier: Apache-2.0
/** A Jakarta WebSocket endpoint without SignalR, to compare with. */
@NullMarked
package ee.signalr.it.bare;

import org.jspecify.annotations.NullMarked;
