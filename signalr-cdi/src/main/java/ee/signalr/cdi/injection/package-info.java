// SPDX-License-Identifier: Apache-2.0
/**
 * What an application can inject: the caller, its clients, the groups, hubs seen from outside, and the engine.
 *
 * <p>Internal: no stability is promised. What is injected is thread-safe; the rest is confined to the deploying thread.
 */
@NullMarked
package ee.signalr.cdi.injection;

import org.jspecify.annotations.NullMarked;
