// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.ClientProxy;
import ee.signalr.HubCallerClients;
import ee.signalr.HubException;
import java.util.List;

/** Client selectors by name, so that a client of the suites can choose one. Stateless. */
final class Selectors {

    private Selectors() {}

    /** The first name is the group where the selector takes one and more. */
    static ClientProxy select(HubCallerClients clients, String selector, List<String> names) {
        return switch (selector) {
            case "all" -> clients.all();
            case "caller" -> clients.caller();
            case "others" -> clients.others();
            case "client" -> clients.client(names.get(0));
            case "clients" -> clients.clients(names);
            case "allExcept" -> clients.allExcept(names);
            case "group" -> clients.group(names.get(0));
            case "groups" -> clients.groups(names);
            case "othersInGroup" -> clients.othersInGroup(names.get(0));
            case "groupExcept" -> clients.groupExcept(names.get(0), names.subList(1, names.size()));
            case "user" -> clients.user(names.get(0));
            case "users" -> clients.users(names);
            default -> throw new HubException("no selector " + selector);
        };
    }
}
