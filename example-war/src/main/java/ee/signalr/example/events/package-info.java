// SPDX-License-Identifier: Apache-2.0
/** Plain server-sent events by Jakarta REST, without SignalR, to compare. Internal to the example. */
@NullMarked
package ee.signalr.example.events;

import org.jspecify.annotations.NullMarked;
