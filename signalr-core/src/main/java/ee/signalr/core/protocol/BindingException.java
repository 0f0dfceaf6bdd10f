// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import ee.signalr.SignalRException;
import org.jspecify.annotations.Nullable;

/** A received value does not fit the type to which it is to be bound. The connection goes on. */
public final class BindingException extends SignalRException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception that tells why, for the log. */
    public BindingException(String message) {
        super(message);
    }

    /** Makes an exception that tells why, for the log, with what caused it. */
    public BindingException(String message, @Nullable Throwable cause) {
        super(message);
        if (cause != null) {
            initCause(cause);
        }
    }
}
