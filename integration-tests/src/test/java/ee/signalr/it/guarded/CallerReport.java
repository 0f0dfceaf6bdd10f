// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import ee.signalr.HubCallerContext;
import java.security.Principal;
import java.util.TreeSet;

/** Tells who is calling, in one line. Stateless. */
final class CallerReport {

    private CallerReport() {}

    /** {@code nobody []} or {@code alice [moderator, user]}. */
    static String of(HubCallerContext caller) {
        return caller.principal().map(Principal::getName).orElse("nobody") + " " + new TreeSet<>(caller.roles());
    }
}
