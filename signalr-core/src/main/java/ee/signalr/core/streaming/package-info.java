// SPDX-License-Identifier: Apache-2.0
/**
 * Streams in both directions: what methods return is sent item by item, what clients send is given to methods as they want it.
 *
 * <p>Internal: no stability is promised. Thread-safe unless a type says otherwise.
 */
@NullMarked
package ee.signalr.core.streaming;

import org.jspecify.annotations.NullMarked;
