// SPDX-License-Identifier: Apache-2.0
/**
 * The MessagePack hub protocol, an optional library: it is found as soon as its jar lies beside that of the engine.
 *
 * <p>Internal but for the factory. The protocol is thread-safe; inputs and outputs are confined to a call and reused.
 */
@NullMarked
package ee.signalr.messagepack;

import org.jspecify.annotations.NullMarked;
