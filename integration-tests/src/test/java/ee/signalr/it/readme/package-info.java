// SPDX-License-Identifier: Apache-2.0
/** What README and the pages about servers print, compiled and run. */
@NullMarked
package ee.signalr.it.readme;

import org.jspecify.annotations.NullMarked;
