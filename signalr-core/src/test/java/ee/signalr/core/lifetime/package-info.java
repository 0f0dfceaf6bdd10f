// SPDX-License-Identifier: Apache-2.0
/** Tests of who is connected and how messages reach them. */
@NullMarked
package ee.signalr.core.lifetime;

import org.jspecify.annotations.NullMarked;
