// SPDX-License-Identifier: Apache-2.0
/** Tests of the hub side of a connection. */
@NullMarked
package ee.signalr.core.hubconnection;

import org.jspecify.annotations.NullMarked;
