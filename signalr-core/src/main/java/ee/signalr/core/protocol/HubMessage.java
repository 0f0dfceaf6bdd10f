// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

/** A message of the hub protocol, whatever its encoding. Immutable. */
public sealed interface HubMessage
        permits InvocationMessage,
                StreamItemMessage,
                CompletionMessage,
                StreamInvocationMessage,
                CancelInvocationMessage,
                PingMessage,
                CloseMessage,
                AckMessage,
                SequenceMessage {

    /** The kind of message; never null. */
    HubMessageType type();
}
