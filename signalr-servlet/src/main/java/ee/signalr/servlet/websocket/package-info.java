// SPDX-License-Identifier: Apache-2.0
/**
 * Jakarta WebSocket as a carrier: upgrades a servlet request, takes parts of messages in, sends one frame at a time.
 *
 * <p>Internal: no stability is promised. Thread-safe unless a type says otherwise.
 */
@NullMarked
package ee.signalr.servlet.websocket;

import org.jspecify.annotations.NullMarked;
