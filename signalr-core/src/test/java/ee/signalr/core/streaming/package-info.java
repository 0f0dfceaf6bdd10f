// SPDX-License-Identifier: Apache-2.0
/** Tests of streams in both directions. */
@NullMarked
package ee.signalr.core.streaming;

import org.jspecify.annotations.NullMarked;
