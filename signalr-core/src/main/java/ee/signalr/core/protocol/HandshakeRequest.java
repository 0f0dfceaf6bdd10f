// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

/**
 * What a client says first.
 *
 * @param protocol the name of the hub protocol that it is going to speak
 * @param version the version of it
 */
public record HandshakeRequest(String protocol, int version) {}
