// SPDX-License-Identifier: Apache-2.0
/** Figures of speed and size that a build can check. */
@NullMarked
package ee.signalr.it.figures;

import org.jspecify.annotations.NullMarked;
