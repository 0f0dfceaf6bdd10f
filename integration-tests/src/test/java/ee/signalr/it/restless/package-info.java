// SPDX-License-Identifier: Apache-2.0
/** Hubs of WARs that come and go. */
@NullMarked
package ee.signalr.it.restless;

import org.jspecify.annotations.NullMarked;
