// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.security;

import ee.signalr.Hub;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A hub for each kind of annotation on a class, with a method for each kind on a method. */
public final class GuardedHubs {

    /** All hubs. */
    static final Class<?>[] CLASSES = {
        Open.class, Permitted.class, ForUsers.class, Closed.class, OverOpen.class, Gate.class
    };

    private GuardedHubs() {}

    /** The methods of all these hubs. */
    public interface Doors {

        /** The methods by their names. */
        Map<String, Function<Doors, String>> ALL = Map.of(
                "plain", Doors::plain,
                "permitted", Doors::permitted,
                "denied", Doors::denied,
                "moderated", Doors::moderated,
                "authenticated", Doors::authenticated,
                "inherited", Doors::inherited);

        /** Without annotations. */
        String plain();

        /** For all. */
        String permitted();

        /** For nobody. */
        String denied();

        /** For moderators. */
        String moderated();

        /** For whoever is authenticated. */
        String authenticated();

        /** Declared further up. */
        String inherited();
    }

    /** Says nothing of itself. */
    public abstract static class Base implements Doors {

        @Override
        public String inherited() {
            return "in";
        }

        @Override
        @PermitAll
        public String permitted() {
            return "in";
        }

        @Override
        @DenyAll
        public String denied() {
            return "in";
        }

        @Override
        @RolesAllowed({"moderator", "admin"})
        public String moderated() {
            return "in";
        }

        @Override
        @RolesAllowed("**")
        public String authenticated() {
            return "in";
        }
    }

    /** Opens its methods to all. */
    @PermitAll
    public abstract static class OpenBase extends Base {

        @Override
        public String inherited() {
            return "in";
        }
    }

    /** Keeps its methods for moderators. */
    @RolesAllowed("moderator")
    public abstract static class ModeratedBase extends Base {

        @Override
        public String inherited() {
            return "in";
        }
    }

    /** Says nothing, over a class that does. */
    @Hub("/open")
    public static class Open extends ModeratedBase {

        @Override
        public String plain() {
            return "in";
        }
    }

    /** For all, over a class that is not. */
    @Hub("/permitted")
    @PermitAll
    @ApplicationScoped
    public static class Permitted extends Open {

        @Override
        public String plain() {
            return "in";
        }
    }

    /** For users. */
    @Hub("/for-users")
    @RolesAllowed("user")
    public static class ForUsers extends Base {

        @Override
        public String plain() {
            return "in";
        }
    }

    /** For nobody, over a class that is for users. */
    @Hub("/closed")
    @DenyAll
    @ApplicationScoped
    public static class Closed extends ForUsers {

        @Override
        public String plain() {
            return "in";
        }
    }

    /** For users, over a class that is for all. */
    @Hub("/over-open")
    @RolesAllowed("user")
    @ApplicationScoped
    public static class OverOpen extends OpenBase {

        @Override
        public String plain() {
            return "in";
        }
    }

    /** Lets everybody in, and calls the other hubs itself. */
    @Hub("/gate")
    public static class Gate {

        @Inject
        @Any
        Instance<Doors> hubs;

        /** Calls a method of another hub. */
        public String through(String hub, String method) {
            return Doors.ALL.get(method).apply(find(hubs.stream(), hub));
        }

        /** The hub of that name. */
        static Doors find(Stream<Doors> hubs, String name) {
            return hubs.filter(hub -> hub.getClass().getName().contains("$" + name + "$"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
