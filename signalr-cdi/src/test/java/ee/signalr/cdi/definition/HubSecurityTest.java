// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ee.signalr.ConnectionContext;
import ee.signalr.ConnectionHandler;
import ee.signalr.Hub;
import ee.signalr.HubIgnore;
import ee.signalr.MapConnectionHandler;
import ee.signalr.OnAuthenticationRefreshed;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.dispatch.HubMethod;
import ee.signalr.core.security.SecurityRequirement;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hubs and connection handlers ask of their callers. */
class HubSecurityTest {

    private static final SecurityRequirement USER = SecurityRequirement.roles(Set.of("user"));
    private static final SecurityRequirement MODERATOR = SecurityRequirement.roles(Set.of("moderator"));

    private static final Map<String, SecurityRequirement> REQUIREMENTS = Map.of(
            "nothing", SecurityRequirement.NONE,
            "all", SecurityRequirement.PERMIT_ALL,
            "users", USER,
            "moderators", MODERATOR,
            "nobody", SecurityRequirement.DENY_ALL);

    /** Rows: what stands on the hub. Columns: what stands on the class that declares an unmarked method. */
    @ParameterizedTest
    @CsvSource({
        "Plain,     nothing, nothing, all,   moderators, nobody",
        "Permitted, all,     all,     all,   moderators, nobody",
        "ForUsers,  users,   users,   users, moderators, nobody",
        "Denied,    nobody,  nobody,  nobody, nobody,    nobody"
    })
    void shouldNeverOpenAMethodThatItsClassCloses(
            String hub, String own, String overPlain, String overPermitted, String overModerated, String overDenied) {
        assertThat(requirement(hub, "Plain")).isEqualTo(REQUIREMENTS.get(overPlain));
        assertThat(requirement(hub, "Permitted")).isEqualTo(REQUIREMENTS.get(overPermitted));
        assertThat(requirement(hub, "Moderated")).isEqualTo(REQUIREMENTS.get(overModerated));
        assertThat(requirement(hub, "Denied")).isEqualTo(REQUIREMENTS.get(overDenied));
        HubDefinition definition = define(find(hub + "OverPlain"));
        assertThat(definition.requirement()).isEqualTo(REQUIREMENTS.get(own));
        assertThat(methods(definition).get("own").requirement()).isEqualTo(REQUIREMENTS.get(own));
        assertThat(methods(definition).get("marked").requirement()).isEqualTo(MODERATOR);
    }

    private static SecurityRequirement requirement(String hub, String base) {
        return methods(define(find(hub + "Over" + base))).get("inherited").requirement();
    }

    @Test
    void shouldGuardCallbacksButSeeOffWhoHasComeIn() {
        HubDefinition hub = define(Callbacks.class);

        assertThat(hub.callbacks().onConnected()).isNotNull().satisfies(asks(USER));
        assertThat(hub.callbacks().onAuthenticationRefreshed()).isNotNull().satisfies(asks(MODERATOR));
        assertThat(hub.callbacks().onDisconnected()).isNotNull().satisfies(asks(SecurityRequirement.NONE));
        assertThat(define(ModeratedEnd.class).callbacks().onDisconnected())
                .isNotNull()
                .satisfies(asks(MODERATOR));
        assertThat(hub.methods()).isEmpty();
    }

    private static Consumer<HubMethod> asks(SecurityRequirement requirement) {
        return method -> assertThat(method.requirement()).isEqualTo(requirement);
    }

    @Test
    void shouldListWhatAnInterceptorCanGuard() {
        Protection protection = protection(Callbacks.class, PlainOverPlain.class, PermittedOverPermitted.class);

        assertThat(protection.guarded()).containsOnlyKeys(Callbacks.class, PlainOverPlain.class);
        assertThat(protection.guarded().get(Callbacks.class))
                .extracting(GuardedMethod::name)
                .containsExactlyInAnyOrder("joined", "refreshed", "count");
        assertThat(protection.guarded().get(PlainOverPlain.class))
                .extracting(GuardedMethod::name, GuardedMethod::requirement)
                .containsExactly(tuple("marked", MODERATOR));
    }

    @Test
    void shouldNotGuardWhereEverybodyMayDoEverything() {
        assertThat(protection(Unmarked.class)).isEqualTo(Protection.NONE);
        assertThat(HubSecurity.guarded(new ReflectedType<>(Unmarked.class))).isEmpty();
    }

    @Test
    void shouldKnowAllRolesThatAreNamed() {
        assertThat(protection(Callbacks.class, Declaring.class).roleNames())
                .containsExactlyInAnyOrder("user", "moderator", "auditor", "admin", "owner", "root");
    }

    @Test
    void shouldReadWhatConnectionHandlersAsk() {
        Definitions definitions = handlers(ForOperators.class, ForAll.class);

        assertThat(definitions.problems()).isEmpty();
        assertThat(definitions.connectionHandlers())
                .extracting(handler -> handler.requirement())
                .containsExactly(SecurityRequirement.PERMIT_ALL, SecurityRequirement.roles(Set.of("operator", "**")));
        assertThat(definitions.protection().roleNames()).containsExactlyInAnyOrder("operator", "clerk");
    }

    @Test
    void shouldReportWhatWouldNotGuardConnectionHandlers() {
        assertThat(handlers(Contradicting.class).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "SIGNALR-2170: " + Contradicting.class.getName()
                                + ": @DenyAll and @PermitAll contradict each other. At most one of them can be there.",
                        "SIGNALR-2173: " + Contradicting.class.getName()
                                + ".help(): @RolesAllowed has no effect here: the method is one of a connection"
                                + " handler.");
    }

    @Test
    void shouldReportASuperclassOfSeveralHubsOnce() {
        assertThat(definitions(BrokenSecurity.OverContradiction.class, OverContradictionToo.class)
                        .problems())
                .extracting(Problem::toString)
                .containsExactly("SIGNALR-2170: " + BrokenSecurity.ContradictingBase.class.getName()
                        + ": @DenyAll and @PermitAll contradict each other. At most one of them can be there.");
    }

    @Test
    void shouldReportEverythingThatIsWrongWithOneHub() {
        assertThat(definitions(Worst.class).problems())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        whole -> assertThat(whole).startsWith("SIGNALR-2171: " + Worst.class.getName() + ":"),
                        contradiction -> assertThat(contradiction)
                                .isEqualTo("SIGNALR-2170: " + Worst.class.getName() + ".both(): @RolesAllowed and"
                                        + " @PermitAll contradict each other. At most one of them can be there."),
                        unguarded -> assertThat(unguarded)
                                .isEqualTo("SIGNALR-2173: " + Worst.class.getName()
                                        + ".hidden(): @DenyAll has no effect here: the method is private."),
                        last -> assertThat(last)
                                .isEqualTo("SIGNALR-2172: " + Worst.class.getName()
                                        + ".last(): The method is final. What not everybody may call is guarded by"
                                        + " an interceptor, which needs a subclass."));
    }

    private static Definitions handlers(Class<?>... handlers) {
        return HubDefinitions.define(
                List.of(),
                Arrays.stream(handlers)
                        .map(handler -> HubCandidate.managedBean(new ReflectedType<>(handler), ApplicationScoped.class))
                        .toList());
    }

    private static Class<?> find(String name) {
        return Arrays.stream(HubSecurityTest.class.getDeclaredClasses())
                .filter(each -> each.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HubDefinition define(Class<?> hub) {
        Definitions definitions = definitions(hub);
        assertThat(definitions.problems()).isEmpty();
        return definitions.hubs().get(0);
    }

    private static Protection protection(Class<?>... hubs) {
        return definitions(hubs).protection();
    }

    private static Definitions definitions(Class<?>... hubs) {
        return HubDefinitions.define(Stream.of(hubs)
                .map(hub -> HubCandidate.managedBean(new ReflectedType<>(hub), Dependent.class))
                .toList());
    }

    private static Map<String, HubMethod> methods(HubDefinition hub) {
        return hub.methods().stream().collect(Collectors.toMap(HubMethod::name, Function.identity()));
    }

    static class PlainBase {
        public void inherited() {}
    }

    @PermitAll
    static class PermittedBase {
        public void inherited() {}
    }

    @RolesAllowed("moderator")
    static class ModeratedBase {
        public void inherited() {}
    }

    @DenyAll
    static class DeniedBase {
        public void inherited() {}
    }

    @Hub("/x")
    static class PlainOverPlain extends PlainBase {

        public void own() {}

        @RolesAllowed("moderator")
        public void marked() {}
    }

    @Hub("/x")
    static class PlainOverPermitted extends PermittedBase {}

    @Hub("/x")
    static class PlainOverModerated extends ModeratedBase {}

    @Hub("/x")
    static class PlainOverDenied extends DeniedBase {}

    @Hub("/x")
    @PermitAll
    static class PermittedOverPlain extends PlainBase {

        public void own() {}

        @RolesAllowed("moderator")
        public void marked() {}
    }

    @Hub("/x")
    @PermitAll
    static class PermittedOverPermitted extends PermittedBase {}

    @Hub("/x")
    @PermitAll
    static class PermittedOverModerated extends ModeratedBase {}

    @Hub("/x")
    @PermitAll
    static class PermittedOverDenied extends DeniedBase {}

    @Hub("/x")
    @RolesAllowed("user")
    static class ForUsersOverPlain extends PlainBase {

        public void own() {}

        @RolesAllowed("moderator")
        public void marked() {}
    }

    @Hub("/x")
    @RolesAllowed("user")
    static class ForUsersOverPermitted extends PermittedBase {}

    @Hub("/x")
    @RolesAllowed("user")
    static class ForUsersOverModerated extends ModeratedBase {}

    @Hub("/x")
    @RolesAllowed("user")
    static class ForUsersOverDenied extends DeniedBase {}

    @Hub("/x")
    @DenyAll
    static class DeniedOverPlain extends PlainBase {

        public void own() {}

        @RolesAllowed("moderator")
        public void marked() {}
    }

    @Hub("/x")
    @DenyAll
    static class DeniedOverPermitted extends PermittedBase {}

    @Hub("/x")
    @DenyAll
    static class DeniedOverModerated extends ModeratedBase {}

    @Hub("/x")
    @DenyAll
    static class DeniedOverDenied extends DeniedBase {}

    @Hub("/unmarked")
    static class Unmarked {
        public void send() {}
    }

    @Hub("/callbacks")
    @RolesAllowed("user")
    static class Callbacks {

        @OnConnected
        void joined() {}

        @OnAuthenticationRefreshed
        @RolesAllowed("moderator")
        void refreshed() {}

        @OnDisconnected
        void left() {}

        @HubIgnore
        @RolesAllowed("auditor")
        public void count() {}

        @HubIgnore
        public void help() {}

        @SuppressWarnings("unused")
        private void helpMore() {}
    }

    @Hub("/moderated-end")
    static class ModeratedEnd {

        @OnDisconnected
        @RolesAllowed("moderator")
        void left() {}
    }

    @Hub("/declaring")
    @DeclareRoles({"admin", "owner", "**"})
    static class Declaring {

        @RolesAllowed({"root", "**"})
        public void send() {}
    }

    @Hub("/too")
    static class OverContradictionToo extends BrokenSecurity.ContradictingBase {}

    @Hub("/worst")
    @RolesAllowed({})
    static class Worst {

        @RolesAllowed("user")
        @PermitAll
        public void both() {}

        @DenyAll
        @SuppressWarnings("unused")
        private void hidden() {}

        public final void last() {}
    }

    /** Receives. */
    abstract static class Receiving implements ConnectionHandler {

        @Override
        public CompletionStage<?> onReceived(ConnectionContext connection, byte[] data) {
            return DONE;
        }
    }

    @MapConnectionHandler("/operators")
    @RolesAllowed({"operator", "**"})
    @DeclareRoles("clerk")
    static class ForOperators extends Receiving {}

    @MapConnectionHandler("/all")
    @PermitAll
    static class ForAll extends Receiving {}

    @MapConnectionHandler("/contradicting")
    @PermitAll
    @DenyAll
    static class Contradicting extends Receiving {

        @RolesAllowed("operator")
        void help() {}
    }
}
