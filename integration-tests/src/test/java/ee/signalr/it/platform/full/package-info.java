// SPDX-License-Identifier: Apache-2.0
/** What hubs use where the server brings the Web Profile: transactions and enterprise beans. */
@NullMarked
package ee.signalr.it.platform.full;

import org.jspecify.annotations.NullMarked;
