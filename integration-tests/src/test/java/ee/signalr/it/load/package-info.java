// SPDX-License-Identifier: Apache-2.0
/** Many connections, large messages, and clients that stop reading or vanish, on every server. */
@NullMarked
package ee.signalr.it.load;

import org.jspecify.annotations.NullMarked;
