// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What came of asking for a connection: the connection, or why there is none. Immutable. */
public final class Admission {

    /** Why there is no connection, if so. */
    public enum Outcome {
        /** There is one. */
        ADMITTED,
        /** The application is stopping. */
        STOPPING,
        /** There are as many connections as there may be, or as many that wait for their transport. */
        SERVER_FULL,
        /** The applicant's network address has as many as it may have. */
        ADDRESS_FULL,
        /** The applicant has as many as a user may have. */
        USER_FULL
    }

    private final Outcome outcome;
    private final @Nullable TransportConnection connection;

    private Admission(Outcome outcome, @Nullable TransportConnection connection) {
        this.outcome = outcome;
        this.connection = connection;
    }

    static Admission of(TransportConnection connection) {
        return new Admission(Outcome.ADMITTED, connection);
    }

    static Admission refused(Outcome reason) {
        return new Admission(reason, null);
    }

    /** Whether there is a connection, or why not; never null. */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The connection.
     *
     * @throws NoSuchElementException when there is none
     */
    public TransportConnection connection() {
        if (connection == null) {
            throw new NoSuchElementException("No connection: " + outcome);
        }
        return connection;
    }
}
