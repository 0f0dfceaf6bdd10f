// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import static ee.signalr.core.test.TestClient.notification;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.HubEncodingException;
import ee.signalr.HubException;
import ee.signalr.HubMethodName;
import ee.signalr.TypedHubCallerClients;
import ee.signalr.TypedHubClients;
import ee.signalr.TypedHubContext;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that an interface describes. */
class TypedClientsTest {

    private final TestServer server = new TestServer(new Object());
    private TestClient ann;
    private TestClient bob;

    @BeforeEach
    void connect() {
        ann = server.connectedAs("ann");
        bob = server.connectedAs("bob");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    // ---- what is sent

    @Test
    void shouldSendAVoidMethodUnderItsName() {
        typed().all().receive("ann", "hi");
        typed().all().nothing();

        assertThat(ann.news()).containsExactly(notification("receive", "\"ann\"", "\"hi\""), notification("nothing"));
        assertThat(bob.news()).hasSize(2);
    }

    @Test
    void shouldSendArraysNullsAndObjectsAsSingleArguments() {
        typed().client(ann.id()).many("x", "y");
        typed().client(ann.id()).receive("ann", nothing());

        assertThat(ann.news())
                .containsExactly(notification("many", "[\"x\",\"y\"]"), notification("receive", "\"ann\"", "null"));
    }

    @Test
    void shouldSendUnderTheNameThatIsGiven() {
        typed().all().renamed();

        assertThat(ann.news()).containsExactly(notification("other name"));
    }

    @Test
    void shouldSendInheritedMethodsAndRunDefaultOnes() {
        typed().all().inherited(7);
        typed().all().greet("ann");

        assertThat(ann.news())
                .containsExactly(
                        notification("inherited", "7"), notification("receive", "\"server\"", "\"hello ann\""));
    }

    static List<Selection> selections() {
        return List.of(
                new Selection("all", TypedHubCallerClients::all, true, true),
                new Selection("allExcept", c -> c.allExcept(List.of("a")), true, true),
                new Selection("clients", c -> c.clients(List.of("nobody")), false, false),
                new Selection("group", c -> c.group("bobs"), false, true),
                new Selection("groups", c -> c.groups(List.of("bobs")), false, true),
                new Selection("groupExcept", c -> c.groupExcept("bobs", List.of()), false, true),
                new Selection("user", c -> c.user("ann"), true, false),
                new Selection("users", c -> c.users(List.of("ann", "bob")), true, true),
                new Selection("caller", TypedHubCallerClients::caller, true, false),
                new Selection("others", TypedHubCallerClients::others, false, true),
                new Selection("othersInGroup", c -> c.othersInGroup("bobs"), false, true));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void shouldSelectAsTheUntypedSelectorsDo(Selection selection) {
        server.context().groups().add(bob.id(), "bobs");

        selection.select.apply(callers()).nothing();

        assertThat(ann.news().isEmpty()).isNotEqualTo(selection.ann);
        assertThat(bob.news().isEmpty()).isNotEqualTo(selection.bob);
    }

    @Test
    void shouldPassOnWhatSendingThrows() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatThrownBy(() -> typed().all().any(endless)).isInstanceOf(HubEncodingException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> typed().group(""));
    }

    // ---- what is asked

    @Test
    void shouldAskASingleClientForAResult() {
        CompletionStage<String> name = typed().client(ann.id()).askName();
        CompletionStage<List<Long>> numbers = callers().caller().numbers(2);
        ann.say(result("s1", "\"Ann\""), result("s2", "[1,2]"));
        server.run();

        assertThat(name).isCompletedWithValue("Ann");
        assertThat(numbers).isCompletedWithValue(List.of(1L, 2L));
        assertThat(ann.news()).hasSize(2).last().asString().contains("\"target\":\"numbers\",\"arguments\":[2]");
    }

    @ParameterizedTest
    @MethodSource("selections")
    void shouldRefuseToAskMany(Selection selection) {
        Chat selected = selection.select.apply(callers());
        if (selection.name.equals("caller")) {
            assertThat(selected.askName().toCompletableFuture()).isNotDone();
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(selected::askName)
                    .withMessageStartingWith("InvokeAsync only works with Single clients. askName asks for a result");
        }
    }

    @Test
    void shouldHaveTheTimeLimitThatIsAskedFor() {
        CompletionStage<String> longer = callers()
                .withTimeout(Duration.ofHours(1))
                .withTimeout(Duration.ofSeconds(1))
                .caller()
                .askName();
        CompletionStage<String> usual = typed().client(ann.id()).askName();

        server.pass(Duration.ofSeconds(2));

        assertThatThrownBy(() -> longer.toCompletableFuture().join())
                .hasRootCauseInstanceOf(TimeoutException.class)
                .hasCauseInstanceOf(HubException.class);
        assertThat(usual.toCompletableFuture()).isNotDone();
        assertThatIllegalArgumentException().isThrownBy(() -> callers().withTimeout(Duration.ZERO));
        typed().withTimeout(Duration.ofSeconds(1)).all().nothing();
        assertThat(bob.news()).containsExactly(notification("nothing"));
    }

    // ---- what it is

    @Test
    void shouldBehaveAsAnObject() {
        Chat all = typed().all();

        assertThat(all).isEqualTo(all).isNotEqualTo(typed().all()).hasSameHashCodeAs(all);
        assertThat(all.toString()).startsWith(Chat.class.getName());
        assertThat(ann.news()).isEmpty();
    }

    @Test
    void shouldOfferTheGroupsOfTheHub() {
        TypedHubContext<Object, Chat> context = server.context().typed(Chat.class);
        context.groups().add(bob.id(), "bobs");

        context.clients().group("bobs").nothing();

        assertThat(ann.news()).isEmpty();
        assertThat(bob.news()).containsExactly(notification("nothing"));
    }

    // ---- what it must not be

    static List<Invalid> invalid() {
        return List.of(
                new Invalid(String.class, "Type must be an interface."),
                new Invalid(Deprecated.class, "Type must be an interface."),
                new Invalid(PlainResult.class, proxyError(PlainResult.class, "ask", RETURN)),
                new Invalid(PrimitiveResult.class, proxyError(PrimitiveResult.class, "ask", RETURN)),
                new Invalid(FutureResult.class, proxyError(FutureResult.class, "ask", RETURN)),
                new Invalid(RawResult.class, proxyError(RawResult.class, "ask", RETURN)),
                new Invalid(
                        VariableResult.class,
                        proxyError(
                                VariableResult.class, "ask", "The type of a result must not contain type parameters.")),
                new Invalid(
                        Generic.class, proxyError(Generic.class, "send", "Client proxy methods must not be generic.")),
                new Invalid(
                        Overloaded.class,
                        "Duplicate definitions of '" + Overloaded.class.getName()
                                + ".send'. Overloading is not supported."),
                new Invalid(
                        SameName.class,
                        "Duplicate definitions of '" + SameName.class.getName()
                                + ".two'. Overloading is not supported."),
                new Invalid(NoName.class, proxyError(NoName.class, "send", "@HubMethodName is empty.")),
                new Invalid(Inheriting.class, proxyError(Inheriting.class, "ask", RETURN)));
    }

    private static final String RETURN = "All client proxy methods must return 'void' or 'CompletionStage<T>'.";

    private static String proxyError(Class<?> type, String method, String why) {
        return "Cannot generate proxy implementation for '" + type.getName() + "." + method + "'. " + why;
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldRefuseWhatDoesNotDescribeClients(Invalid invalid) {
        assertThat(TypedClients.problems(invalid.type)).containsExactly(invalid.problem);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.context().clients().typed(invalid.type))
                .withMessage(invalid.type.getName() + ": " + invalid.problem);
        assertThatIllegalArgumentException().isThrownBy(() -> server.context().typed(invalid.type));
    }

    @Test
    void shouldAcceptWhatIsOddButClear() {
        assertThat(TypedClients.problems(Odd.class)).isEmpty();
        assertThat(TypedClients.problems(Chat.class)).isEmpty();

        server.context().clients().typed(Odd.class).all().send("x");

        assertThat(ann.news()).containsExactly(notification("send", "\"x\""));
    }

    private TypedHubClients<Chat> typed() {
        return server.context().clients().typed(Chat.class);
    }

    private TypedHubCallerClients<Chat> callers() {
        return new DefaultHubCallerClients(server.lifetime(), ann.id()).typed(Chat.class);
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static <T> T nothing() {
        return null;
    }

    /** A selector, and whom it means. */
    record Selection(String name, Function<TypedHubCallerClients<Chat>, Chat> select, boolean ann, boolean bob) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** What is no interface of clients, and why. */
    record Invalid(Class<?> type, String problem) {}

    /** What every client has. */
    interface Base {
        void inherited(int number);
    }

    /** A client; not public, as nested interfaces of applications may be. */
    interface Chat extends Base {
        void receive(String user, String text);

        void nothing();

        void many(String... texts);

        void any(Object value);

        @HubMethodName("other name")
        void renamed();

        CompletionStage<String> askName();

        CompletionStage<List<Long>> numbers(int count);

        default void greet(String user) {
            receive("server", "hello " + user);
        }

        static String ignored() {
            return "static methods are no methods of clients";
        }
    }

    interface PlainResult {
        String ask();
    }

    interface PrimitiveResult {
        int ask();
    }

    interface FutureResult {
        CompletableFuture<String> ask();
    }

    @SuppressWarnings("rawtypes")
    interface RawResult {
        CompletionStage ask();
    }

    interface VariableResult<T> {
        CompletionStage<List<T>> ask();
    }

    interface Generic {
        <T> void send(T value);
    }

    interface Overloaded {
        void send(String text);

        void send(String text, int number);
    }

    interface SameName {
        void one();

        @HubMethodName("ONE")
        void two();
    }

    interface NoName {
        @HubMethodName(" ")
        void send();
    }

    interface Inheriting extends PlainResult {
        void fine();
    }

    interface Left<T> {
        void send(T value);
    }

    interface Right {
        void close() throws Exception;
    }

    interface Odd extends Left<String>, Right, AutoCloseable {

        CompletionStage<?> anything();

        CompletionStage<Void> done();

        @Override
        String toString();

        @Override
        void close();
    }
}
