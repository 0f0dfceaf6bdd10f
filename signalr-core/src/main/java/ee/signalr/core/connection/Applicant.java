// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.security.CallerIdentity;

/**
 * Who asks for a connection.
 *
 * @param caller who it is
 * @param address its network address
 */
public record Applicant(CallerIdentity caller, String address) {

    /** Somebody of whom only the address is known. */
    public static Applicant anonymous(String address) {
        return new Applicant(CallerIdentity.ANONYMOUS, address);
    }
}
