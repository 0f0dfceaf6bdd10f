// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

/**
 * The names of a connection.
 *
 * @param id the public one
 * @param token the secret one; the same, for a connection made without one
 */
record ConnectionIdentity(String id, ConnectionToken token) {}
