// SPDX-License-Identifier: Apache-2.0
/** What hubs use of the platform on every server. */
@NullMarked
package ee.signalr.it.platform;

import org.jspecify.annotations.NullMarked;
