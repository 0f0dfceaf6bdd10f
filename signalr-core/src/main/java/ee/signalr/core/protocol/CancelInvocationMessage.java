// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.util.Map;

/**
 * The client is no longer interested in the answer to a call.
 *
 * @param headers names and values, usually none
 * @param invocationId the id of the call
 */
public record CancelInvocationMessage(Map<String, String> headers, String invocationId) implements HubMessage {

    @Override
    public HubMessageType type() {
        return HubMessageType.CANCEL_INVOCATION;
    }
}
