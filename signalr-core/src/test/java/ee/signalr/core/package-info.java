// SPDX-License-Identifier: Apache-2.0
/** Tests of the assembled engine. */
@NullMarked
package ee.signalr.core;

import org.jspecify.annotations.NullMarked;
