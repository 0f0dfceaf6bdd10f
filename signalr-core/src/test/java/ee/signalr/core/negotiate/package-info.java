// SPDX-License-Identifier: Apache-2.0
/** Tests of the negotiate answer. */
@NullMarked
package ee.signalr.core.negotiate;

import org.jspecify.annotations.NullMarked;
