// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.Disconnection;
import ee.signalr.Hub;
import ee.signalr.HubIgnore;
import ee.signalr.OnAuthenticationRefreshed;
import ee.signalr.OnConnected;
import ee.signalr.cdi.definition.BrokenHubs.Broken;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Hubs that break one rule each about who may do what, and what is to be said of them. */
public final class BrokenSecurity {

    private BrokenSecurity() {}

    /** All of them; containers accept them as beans. */
    public static Stream<Broken> beans() {
        return Stream.of(
                Broken.of("SIGNALR-2170", RolesAndDenied.class),
                Broken.of("SIGNALR-2170", PermittedAndDenied.class, "send()"),
                Broken.of("SIGNALR-2170", RolesAndPermitted.class, "joined()"),
                Broken.of("SIGNALR-2170", AllThree.class, "send()"),
                new Broken(List.of(OverContradiction.class), "SIGNALR-2170", ContradictingBase.class.getName()),
                Broken.of("SIGNALR-2171", NoRole.class),
                Broken.of("SIGNALR-2171", NoRoleOfMethod.class, "send()"),
                Broken.of("SIGNALR-2171", BlankRole.class, "send()"),
                Broken.of("SIGNALR-2172", FinalHub.class),
                Broken.of("SIGNALR-2172", FinalHubWithMethod.class),
                Broken.of("SIGNALR-2172", SealedHub.class),
                Broken.of("SIGNALR-2172", FinalMethod.class, "send()"),
                Broken.of("SIGNALR-2172", FinalMethodOfGuarded.class, "send()"),
                Broken.of("SIGNALR-2172", FinalInherited.class, "send()"),
                Broken.of("SIGNALR-2172", FinalIgnored.class, "count()"),
                Broken.of("SIGNALR-2173", StaticMethod.class, "send()"),
                Broken.of("SIGNALR-2173", PrivateMethod.class, "count()"),
                Broken.of("SIGNALR-2173", Initializer.class, "use()"),
                Broken.of("SIGNALR-2173", AfterConstruction.class, "begin()"),
                Broken.of("SIGNALR-2107", StaticRefreshed.class, "refreshed()"),
                Broken.of("SIGNALR-2108", TwoRefreshed.class, "b()"),
                Broken.of("SIGNALR-2109", RefreshedWithArgument.class, "refreshed(String)"),
                Broken.of("SIGNALR-2109", RefreshedWithDisconnection.class, "refreshed(Disconnection)"),
                Broken.of("SIGNALR-2110", RefreshedWithResult.class, "refreshed()"),
                Broken.of("SIGNALR-2111", PrivateRefreshed.class, "refreshed()"),
                Broken.of("SIGNALR-2102", GenericRefreshed.class, "refreshed()"));
    }

    @Hub("/x")
    @RolesAllowed("user")
    @DenyAll
    public static class RolesAndDenied {}

    @Hub("/x")
    public static class PermittedAndDenied {

        @PermitAll
        @DenyAll
        public void send() {}
    }

    @Hub("/x")
    public static class RolesAndPermitted {

        @OnConnected
        @RolesAllowed("user")
        @PermitAll
        void joined() {}
    }

    @Hub("/x")
    public static class AllThree {

        @RolesAllowed("user")
        @PermitAll
        @DenyAll
        public void send() {}
    }

    /** Contradicts itself. */
    @PermitAll
    @DenyAll
    public static class ContradictingBase {

        public void send() {}
    }

    @Hub("/x")
    public static class OverContradiction extends ContradictingBase {}

    @Hub("/x")
    @RolesAllowed({})
    public static class NoRole {}

    @Hub("/x")
    public static class NoRoleOfMethod {

        @RolesAllowed({})
        public void send() {}
    }

    @Hub("/x")
    public static class BlankRole {

        @RolesAllowed({"user", " "})
        public void send() {}
    }

    @Hub("/x")
    @RolesAllowed("user")
    public static final class FinalHub {

        public void send() {}
    }

    @Hub("/x")
    public static final class FinalHubWithMethod {

        @DenyAll
        public void send() {}
    }

    @Hub("/x")
    @RolesAllowed("user")
    public static sealed class SealedHub permits OnlySubclass {

        public void send() {}
    }

    /** What may extend it. */
    public static final class OnlySubclass extends SealedHub {}

    @Hub("/x")
    public static class FinalMethod {

        @RolesAllowed("user")
        public final void send() {}
    }

    @Hub("/x")
    @RolesAllowed("user")
    public static class FinalMethodOfGuarded {

        public final void send() {}
    }

    /** Cannot be guarded further down. */
    public static class FinalBase {

        public final void send() {}
    }

    @Hub("/x")
    @RolesAllowed("user")
    public static class FinalInherited extends FinalBase {}

    @Hub("/x")
    public static class FinalIgnored {

        @HubIgnore
        @RolesAllowed("user")
        public final void count() {}
    }

    @Hub("/x")
    public static class StaticMethod {

        @RolesAllowed("user")
        public static void send() {}
    }

    @Hub("/x")
    public static class PrivateMethod {

        @PermitAll
        @SuppressWarnings("unused")
        private void count() {}
    }

    @Hub("/x")
    public static class Initializer {

        @Inject
        @RolesAllowed("user")
        void use() {}
    }

    @Hub("/x")
    public static class AfterConstruction {

        @PostConstruct
        @RolesAllowed("user")
        void begin() {}
    }

    @Hub("/x")
    public static class StaticRefreshed {

        @OnAuthenticationRefreshed
        static void refreshed() {}
    }

    @Hub("/x")
    public static class TwoRefreshed {

        @OnAuthenticationRefreshed
        void a() {}

        @OnAuthenticationRefreshed
        void b() {}
    }

    @Hub("/x")
    public static class RefreshedWithArgument {

        @OnAuthenticationRefreshed
        void refreshed(String token) {}
    }

    @Hub("/x")
    public static class RefreshedWithDisconnection {

        @OnAuthenticationRefreshed
        void refreshed(Disconnection disconnection) {}
    }

    @Hub("/x")
    public static class RefreshedWithResult {

        @OnAuthenticationRefreshed
        String refreshed() {
            return "";
        }
    }

    @Hub("/x")
    @ApplicationScoped
    public static class PrivateRefreshed {

        @OnAuthenticationRefreshed
        @SuppressWarnings("unused")
        private void refreshed() {}
    }

    @Hub("/x")
    public static class GenericRefreshed {

        @OnAuthenticationRefreshed
        <T> void refreshed() {}
    }
}
