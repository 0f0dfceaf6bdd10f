// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.hubconnection;

import ee.signalr.SignalRException;

/** A connection cannot join a group, because it is in as many as it may be, or because the name of the group is too long. */
public final class GroupLimitException extends SignalRException {

    private static final long serialVersionUID = 1L;

    GroupLimitException(String message) {
        super(message);
    }
}
