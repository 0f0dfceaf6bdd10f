// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.HubException;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.UnreadableArguments;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.CallRefusedException.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why calls do not reach the hub, with what the client reads then. Immutable.
 *
 * @param errors the reference's sentences
 */
record Refusals(ErrorMessages errors) {

    CallRefusedException unknown(Invocation invocation) {
        return new CallRefusedException(
                Reason.UNKNOWN_METHOD,
                errors.bindingFailed(invocation.target(), new HubException("Method does not exist.")));
    }

    CallRefusedException unbindable(Invocation invocation, HubMethod method, HubProtocolException failure) {
        return new CallRefusedException(
                isCounted(invocation.message().arguments(), method) ? Reason.ARGUMENT_TYPE : Reason.ARGUMENT_COUNT,
                errors.bindingFailed(invocation.target(), failure),
                failure);
    }

    CallRefusedException unauthorized(Invocation invocation) {
        return new CallRefusedException(
                Reason.UNAUTHORIZED, "Failed to invoke '" + invocation.target() + "' because user is unauthorized");
    }

    /** Of arguments that cannot be read nobody knows how many there are. */
    private static boolean isCounted(List<?> arguments, HubMethod method) {
        return arguments instanceof UnreadableArguments
                || arguments.size() == method.argumentTypes().size();
    }

    /** Why a call cannot run although its arguments fit; null when it can, and its streams are counted from now on. */
    @Nullable
    CallRefusedException of(Invocation invocation, HubMethod method) {
        boolean streaming = method.givesStream();
        if (streaming != invocation.expectsStream()) {
            return new CallRefusedException(Reason.STREAMING_MODE, mode(invocation.target(), streaming));
        }
        if (streaming && invocation.isDuplicate()) {
            return new CallRefusedException(
                    Reason.DUPLICATE_ID,
                    "Invocation ID '" + invocation.message().invocationId() + "' is already in use.");
        }
        List<String> streamIds = invocation.message().streamIds();
        int sent = streamIds == null ? 0 : streamIds.size();
        int expected = method.uploads().size();
        if (sent != expected) {
            String text = "Client sent " + sent + " stream(s), Hub method expects " + expected + ".";
            return new CallRefusedException(Reason.STREAM_COUNT, invocation.describe(new HubException(text)));
        }
        if (invocation.hasDuplicateStream()) {
            String text = "A stream ID of " + streamIds + " is already in use.";
            return new CallRefusedException(Reason.DUPLICATE_ID, invocation.describe(new HubException(text)));
        }
        try {
            invocation.begin(streaming ? sent + 1 : sent);
            return null;
        } catch (HubException tooMany) {
            return new CallRefusedException(Reason.TOO_MANY_STREAMS, invocation.describe(tooMany), tooMany);
        }
    }

    private static String mode(String target, boolean streaming) {
        return streaming
                ? "The client attempted to invoke the streaming '" + target
                        + "' method with a non-streaming invocation."
                : "The client attempted to invoke the non-streaming '" + target
                        + "' method with a streaming invocation.";
    }
}
