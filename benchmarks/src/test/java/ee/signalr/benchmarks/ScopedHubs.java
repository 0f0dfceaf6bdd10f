// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import ee.signalr.ConnectionScoped;
import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Hubs that differ in their scope only, each with three injection points. */
public enum ScopedHubs {
    /** One for all. */
    APPLICATION(Application.class),
    /** One for each connection. */
    CONNECTION(Connection.class),
    /** One for each call. */
    DEPENDENT(PerCall.class),
    /** One for each call. */
    REQUEST(Request.class);

    private final Class<?> hub;

    ScopedHubs(Class<?> hub) {
        this.hub = hub;
    }

    /** The class of the hub. */
    Class<?> hub() {
        return hub;
    }

    /** What the hubs have in common. */
    public abstract static class Injected {

        @Inject
        HubCallerContext context;

        @Inject
        HubCallerClients clients;

        @Inject
        GroupManager groups;

        /** Gives back the text. */
        public String scalars(String text, int number) {
            return number == 42 ? text : "";
        }
    }

    /** One for all. */
    @Hub("/application")
    @ApplicationScoped
    public static class Application extends Injected {}

    /** One for each connection. */
    @Hub("/connection")
    @ConnectionScoped
    public static class Connection extends Injected {}

    /** One for each call. */
    @Hub("/dependent")
    @Dependent
    public static class PerCall extends Injected {}

    /** One for each call. */
    @Hub("/request")
    @RequestScoped
    public static class Request extends Injected {}
}
