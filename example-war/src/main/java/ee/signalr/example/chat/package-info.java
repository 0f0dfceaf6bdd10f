// SPDX-License-Identifier: Apache-2.0
/** The {@code /chat} hub: groups, errors, results that come later, streams,
 * questions to the client, constraints, a filter, and abort. Internal to the example. */
@NullMarked
package ee.signalr.example.chat;

import org.jspecify.annotations.NullMarked;
