// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import java.util.Set;

/**
 * Somebody who is known. Immutable.
 *
 * @param name the name to log in with
 * @param roles what hubs ask for
 */
record Account(String name, Set<String> roles) {

    Account {
        roles = Set.copyOf(roles);
    }
}
