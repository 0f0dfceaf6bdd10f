// SPDX-License-Identifier: Apache-2.0
/**
 * What the hub side knows of a connection: its protocol, user, items and aborted signal.
 *
 * <p>Internal: no stability is promised. Thread-safe.
 */
@NullMarked
package ee.signalr.core.hubconnection;

import org.jspecify.annotations.NullMarked;
