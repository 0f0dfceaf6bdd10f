// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

/**
 * What is bound to a thread during a call. Thread-safe.
 *
 * @param current knows the call that is running
 * @param requests the request scope
 * @param connections the connection scope
 */
record CallContexts(CurrentCall current, RequestScopes requests, ConnectionStores connections) {}
