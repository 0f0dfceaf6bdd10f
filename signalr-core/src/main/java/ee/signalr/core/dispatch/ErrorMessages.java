// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.ClientGoneException;
import ee.signalr.HubException;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.spi.CallRefusedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * What a client may read of a failure: the reference's sentences, and the text of an exception only when it is a {@link
 * HubException} or detailed errors are on. Immutable.
 */
public final class ErrorMessages {

    private final boolean detailed;

    /** Makes the messages of a hub with or without detailed errors. */
    public ErrorMessages(boolean detailed) {
        this.detailed = detailed;
    }

    String invocationFailed(String target, Throwable failure) {
        return unwrap(failure) instanceof CallRefusedException refusal
                ? String.valueOf(refusal.getMessage())
                : describe("An unexpected error occurred invoking '" + target + "' on the server.", failure);
    }

    String bindingFailed(String target, Throwable failure) {
        return describe("Failed to invoke '" + target + "' due to an error on the server.", failure);
    }

    String streamFailed(Throwable failure) {
        return describe("An error occurred on the server while streaming results.", failure);
    }

    String itemUnbindable(Throwable failure) {
        return describe("Failed to bind Stream message.", failure);
    }

    /** Why a connection is closed. */
    public String connectionFailed(Throwable failure) {
        return describe("Connection closed with an error.", failure);
    }

    /** Why a handshake is refused. */
    public String handshakeFailed(Throwable failure) {
        return describe("An unexpected error occurred during connection handshake.", failure);
    }

    private String describe(String sentence, Throwable failure) {
        Throwable cause = unwrap(failure);
        if (!detailed && !(cause instanceof HubException)) {
            return sentence;
        }
        String message = cause.getMessage();
        return sentence + " " + nameOf(cause) + (message == null ? "" : ": " + message);
    }

    /** The failure itself, without what futures and reflection wrap around it; never null. */
    public static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null && isWrapper(inner)) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof InvocationTargetException
                || failure instanceof UndeclaredThrowableException;
    }

    private static String nameOf(Throwable failure) {
        if (failure instanceof HubProtocolException) {
            return ((HubProtocolException) failure).referenceName();
        }
        if (failure instanceof ClientGoneException) {
            return "IOException";
        }
        String simple = failure.getClass().getSimpleName();
        return simple.isEmpty() ? failure.getClass().getName() : simple;
    }
}
