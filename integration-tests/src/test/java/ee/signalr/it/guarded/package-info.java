// SPDX-License-Identifier: Apache-2.0
/** Hubs that ask who is calling. Deployed twice: with callers of the container, and with callers of tokens. */
@NullMarked
package ee.signalr.it.guarded;

import org.jspecify.annotations.NullMarked;
