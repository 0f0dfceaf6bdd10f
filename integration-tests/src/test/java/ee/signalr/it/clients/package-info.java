// SPDX-License-Identifier: Apache-2.0
/** The official JavaScript and Java clients, over every transport that they have. */
@NullMarked
package ee.signalr.it.clients;

import org.jspecify.annotations.NullMarked;
