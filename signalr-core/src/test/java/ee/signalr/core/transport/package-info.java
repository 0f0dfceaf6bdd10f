// SPDX-License-Identifier: Apache-2.0
/** Tests of what transports carry. */
@NullMarked
package ee.signalr.core.transport;

import org.jspecify.annotations.NullMarked;
