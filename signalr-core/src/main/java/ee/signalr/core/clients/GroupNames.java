// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

/** Checks names of groups. */
final class GroupNames {

    private GroupNames() {}

    static String check(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("groupName must not be empty");
        }
        return name;
    }
}
