// SPDX-License-Identifier: Apache-2.0
/** Raw connections, byte by byte. */
@NullMarked
package ee.signalr.it.raw;

import org.jspecify.annotations.NullMarked;
