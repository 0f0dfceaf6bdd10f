// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.config.Option;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.Admission.Outcome;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections there are: in all, without a transport yet, by network address and by user; and how many there may be. The last
 * two are counted only of endpoints that limit them. Thread-safe.
 */
final class ConnectionQuotas {

    private static final Runnable NOTHING = () -> {};

    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger pending = new AtomicInteger();
    private final Quota addresses = new Quota();
    private final Quota users = new Quota();
    private final LimitCrossings crossings = new LimitCrossings();

    /**
     * Counts a connection that is wanted.
     *
     * @return whether there may be one more; if not, nothing is counted
     */
    Outcome take(ConnectionEndpoint endpoint, Applicant applicant) {
        if (!take(all, endpoint, Options.MAXIMUM_CONNECTIONS)) {
            return Outcome.SERVER_FULL;
        }
        if (!take(pending, endpoint, Options.MAXIMUM_PENDING_CONNECTIONS)) {
            all.decrementAndGet();
            return Outcome.SERVER_FULL;
        }
        Outcome own = takeOwn(endpoint, applicant);
        if (own != Outcome.ADMITTED) {
            all.decrementAndGet();
            pending.decrementAndGet();
        }
        return own;
    }

    private boolean take(AtomicInteger count, ConnectionEndpoint endpoint, Option<Integer> limit) {
        int most = endpoint.settings().get(limit);
        if (count.incrementAndGet() > most && most > 0) {
            count.decrementAndGet();
            crossings.count(endpoint, limit);
            return false;
        }
        return true;
    }

    private Outcome takeOwn(ConnectionEndpoint endpoint, Applicant applicant) {
        if (!take(addresses, applicant.address(), endpoint, Options.MAXIMUM_CONNECTIONS_PER_ADDRESS)) {
            return Outcome.ADDRESS_FULL;
        }
        String user = applicant.caller().name();
        if (user != null && !take(users, user, endpoint, Options.MAXIMUM_CONNECTIONS_PER_USER)) {
            giveBack(addresses, applicant.address(), endpoint, Options.MAXIMUM_CONNECTIONS_PER_ADDRESS);
            return Outcome.USER_FULL;
        }
        return Outcome.ADMITTED;
    }

    private boolean take(Quota quota, String who, ConnectionEndpoint endpoint, Option<Integer> limit) {
        int most = endpoint.settings().get(limit);
        if (most == 0 || quota.take(who, most)) {
            return true;
        }
        crossings.count(endpoint, limit);
        return false;
    }

    private static void giveBack(Quota quota, String who, ConnectionEndpoint endpoint, Option<Integer> limit) {
        if (endpoint.settings().get(limit) > 0) {
            quota.giveBack(who);
        }
    }

    /** What gives back what has been taken for the applicant itself; costs nothing where nothing has been. */
    Runnable returning(ConnectionEndpoint endpoint, Applicant applicant) {
        String user = applicant.caller().name();
        boolean byAddress = endpoint.settings().get(Options.MAXIMUM_CONNECTIONS_PER_ADDRESS) > 0;
        boolean byUser = user != null && endpoint.settings().get(Options.MAXIMUM_CONNECTIONS_PER_USER) > 0;
        if (!byAddress && !byUser) {
            return NOTHING;
        }
        return () -> {
            giveBack(addresses, applicant.address(), endpoint, Options.MAXIMUM_CONNECTIONS_PER_ADDRESS);
            if (user != null) {
                giveBack(users, user, endpoint, Options.MAXIMUM_CONNECTIONS_PER_USER);
            }
        };
    }

    /** A connection has got its transport. */
    void started() {
        pending.decrementAndGet();
    }

    /** A connection has gone. */
    void gone(boolean started) {
        all.decrementAndGet();
        if (!started) {
            pending.decrementAndGet();
        }
    }

    int pending() {
        return pending.get();
    }

    int all() {
        return all.get();
    }

    /** How many addresses and users are counted. */
    int counted() {
        return addresses.size() + users.size();
    }

    LimitCrossings crossings() {
        return crossings;
    }
}
