// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON hub protocol.
 *
 * <p>Internal: no stability is promised. The protocol is thread-safe; scanners are confined to a call.
 */
@NullMarked
package ee.signalr.core.protocol.json;

import org.jspecify.annotations.NullMarked;
