// SPDX-License-Identifier: Apache-2.0
package ee.signalr.spi;

import ee.signalr.SignalRException;
import java.util.Objects;

/**
 * A call that the server does not let through to the hub method. {@link HubFilter}s get it as the failure of
 * {@link HubFilter.Next#proceed}, and may throw one themselves. Its message is the error that the client reads, as it is; a
 * filter that lets it pass leaves the client exactly what it would read without filters.
 */
public class CallRefusedException extends SignalRException {

    private static final long serialVersionUID = 1L;

    /** Why a call is refused. More may be added. */
    public enum Reason {
        /** The hub has no method of that name. */
        UNKNOWN_METHOD,
        /** The caller has none of the roles that the method asks for. */
        UNAUTHORIZED,
        /** There are more or fewer arguments than the method takes. */
        ARGUMENT_COUNT,
        /** An argument cannot be read as what the method takes. */
        ARGUMENT_TYPE,
        /** A stream was asked for of a method that gives none, or the other way round. */
        STREAMING_MODE,
        /** There are more or fewer uploaded streams than the method takes. */
        STREAM_COUNT,
        /** A stream was asked for under an id that the client uses for another call. */
        DUPLICATE_ID,
        /** The client has as many streams as it may have. */
        TOO_MANY_STREAMS,
        /** An argument violates a constraint that the method declares (Jakarta Validation). */
        CONSTRAINT,
        /** A filter has refused it. */
        FILTER
    }

    private final Reason reason;

    /**
     * Makes an exception.
     *
     * @param reason why
     * @param message what the client reads
     */
    public CallRefusedException(Reason reason, String message) {
        super(Objects.requireNonNull(message, "message"));
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Makes an exception with a cause. The cause is never sent.
     *
     * @param reason why
     * @param message what the client reads
     * @param cause what caused it
     */
    public CallRefusedException(Reason reason, String message, Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Why the call is refused.
     *
     * @return the reason; never null
     */
    public Reason reason() {
        return reason;
    }
}
