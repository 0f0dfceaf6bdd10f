// SPDX-License-Identifier: Apache-2.0
/** Conversations that were recorded with ASP.NET Core SignalR, replayed against the conformance WAR. */
@NullMarked
package ee.signalr.it.vectors;

import org.jspecify.annotations.NullMarked;
