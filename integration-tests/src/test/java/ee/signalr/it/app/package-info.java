// SPDX-License-Identifier: Apache-2.0
/** Hubs that the tests deploy. */
@NullMarked
package ee.signalr.it.app;

import org.jspecify.annotations.NullMarked;
