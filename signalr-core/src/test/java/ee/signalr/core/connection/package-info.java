// SPDX-License-Identifier: Apache-2.0
/** Tests of the raw connection. */
@NullMarked
package ee.signalr.core.connection;

import org.jspecify.annotations.NullMarked;
