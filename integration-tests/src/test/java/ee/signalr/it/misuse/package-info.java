// SPDX-License-Identifier: Apache-2.0
/** What clients must not send: every kind of it has a defined outcome, and the connection goes on or ends as told. */
@NullMarked
package ee.signalr.it.misuse;

import org.jspecify.annotations.NullMarked;
