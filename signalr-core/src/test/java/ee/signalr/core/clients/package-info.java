// SPDX-License-Identifier: Apache-2.0
/** Tests of what hubs use to talk back. */
@NullMarked
package ee.signalr.core.clients;

import org.jspecify.annotations.NullMarked;
