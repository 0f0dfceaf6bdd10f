// SPDX-License-Identifier: Apache-2.0
/**
 * What an application compiles against: annotations that make a CDI bean a SignalR hub, the interfaces by which a hub
 * learns who is calling and talks back, and the exceptions that reach clients.
 *
 * <p>Public API. Everything here is an annotation, an interface, an enum, a record or an exception; the engine behind it
 * lives in other modules. Unless a type says otherwise its instances are thread-safe. No method takes or returns
 * {@code null}: what may be absent is an {@link java.util.Optional} or an overload.
 */
@NullMarked
package ee.signalr;

import org.jspecify.annotations.NullMarked;
