// SPDX-License-Identifier: Apache-2.0
/** Tests of hub connections from handshake to end, with all of the engine around them. */
@NullMarked
package ee.signalr.core.handler;

import org.jspecify.annotations.NullMarked;
