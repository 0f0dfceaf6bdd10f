// SPDX-License-Identifier: Apache-2.0
/**
 * What a hub and the rest of the application use to talk to clients.
 *
 * <p>Internal: no stability is promised. Immutable and thread-safe.
 */
@NullMarked
package ee.signalr.core.clients;

import org.jspecify.annotations.NullMarked;
