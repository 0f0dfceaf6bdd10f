// SPDX-License-Identifier: Apache-2.0
/** Applications of all shapes that come and go while their server runs, on every server. */
@NullMarked
package ee.signalr.it.moving;

import org.jspecify.annotations.NullMarked;
