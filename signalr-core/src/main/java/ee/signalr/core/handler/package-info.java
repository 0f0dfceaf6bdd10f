// SPDX-License-Identifier: Apache-2.0
/**
 * One hub connection from its handshake to its end.
 *
 * <p>Internal: no stability is promised. Input arrives serially; user code runs on the executor of the engine.
 */
@NullMarked
package ee.signalr.core.handler;

import org.jspecify.annotations.NullMarked;
