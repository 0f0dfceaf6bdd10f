// SPDX-License-Identifier: Apache-2.0
/** Hubs of a WAR of its own for what is large or much; tests reach them by their paths. */
@NullMarked
package ee.signalr.it.heavy;

import org.jspecify.annotations.NullMarked;
