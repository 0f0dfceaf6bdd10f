// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chat;

import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.TypedHubCallerClients;
import ee.signalr.example.Background;
import ee.signalr.example.Each;
import ee.signalr.example.TimedItems;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * A chat in which everybody is a member of one group. It is {@code @Dependent}: a new instance for every call, so what is
 * injected belongs to that call and may be used on any thread.
 */
@Hub("/chat")
public class ChatHub {

    static final String GROUP = "group";
    static final Duration THINKING = Duration.ofSeconds(4);
    static final int DATES = 50;

    private final HubCallerContext context;
    private final TypedHubCallerClients<ChatClient> clients;
    private final GroupManager groups;
    private final Background background;
    private final CallStatistics statistics;

    @Inject
    ChatHub(
            HubCallerContext context,
            TypedHubCallerClients<ChatClient> clients,
            GroupManager groups,
            Background background,
            CallStatistics statistics) {
        this.context = context;
        this.clients = clients;
        this.groups = groups;
        this.background = background;
        this.statistics = statistics;
    }

    @OnConnected
    CompletionStage<Void> join() {
        return groups.add(context.connectionId(), GROUP);
    }

    @OnDisconnected
    CompletionStage<Void> leave() {
        return groups.remove(context.connectionId(), GROUP);
    }

    /**
     * Says something to everybody in the group, the caller included.
     *
     * @param message what to say
     */
    public void broadcast(String message) {
        clients.group(GROUP).receive(message);
    }

    /**
     * Says something to the caller alone.
     *
     * @param message what to say
     */
    public void echo(String message) {
        clients.caller().receive(message);
    }

    /** Fails. The caller learns that the call failed, and not why: the text is for the server's log. */
    public void panic() {
        throw new IllegalStateException("Don't panic!");
    }

    /**
     * Answers after four seconds in which no thread waits.
     *
     * @param message any text
     * @return the text in upper and in lower case, and its length, all of them strings
     */
    public CompletionStage<Map<String, String>> requestAsync(String message) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("ToUpper", message.toUpperCase(Locale.ROOT));
        answer.put("ToLower", message.toLowerCase(Locale.ROOT));
        answer.put("len", Integer.toString(message.length()));
        return background.after(THINKING).thenApply(over -> answer);
    }

    /**
     * Answers several values of different types at once.
     *
     * @param message any text
     * @return the text in upper case, in lower case, and its length as a number
     */
    public List<Object> requestTuple(String message) {
        return List.of(message.toUpperCase(Locale.ROOT), message.toLowerCase(Locale.ROOT), message.length());
    }

    /**
     * Tells the time once a second.
     *
     * @return 50 instants as text, unless the caller stops them
     */
    public Flow.Publisher<String> dateStream() {
        return new TimedItems<>(background, DATES, Duration.ofSeconds(1), number -> now());
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * Tells the caller what it sends, as it comes.
     *
     * @param first whole numbers
     * @param factor a number that is told first
     * @param second any numbers
     * @return done when both streams have ended and the caller has been told that
     */
    public CompletionStage<Void> uploadStream(
            Flow.Publisher<Integer> first, double factor, Flow.Publisher<Double> second) {
        ChatClient caller = clients.caller();
        caller.receive("f: " + Numbers.text(factor));
        CompletionStage<Void> firstEnd = tellEach(first, number -> caller.receive("u1: " + number));
        CompletionStage<Void> secondEnd = tellEach(second, number -> caller.receive("u2: " + Numbers.text(number)));
        return firstEnd.thenCombine(secondEnd, (one, other) -> null).thenRun(() -> caller.receive("Finished"));
    }

    private static <T> CompletionStage<Void> tellEach(Flow.Publisher<T> items, Consumer<T> tell) {
        return Each.of(items, item -> {
            tell.accept(item);
            return CompletableFuture.completedStage(null);
        });
    }

    /**
     * Passes a question on to the caller's client.
     *
     * @param question the question
     * @return what the client answered
     */
    public CompletionStage<String> ask(String question) {
        return clients.caller().ask(question).thenApply(answer -> "client said " + answer);
    }

    /**
     * Registers somebody, if name and age are sensible.
     *
     * @param registration who
     * @return the name
     */
    public String register(@NotNull @Valid Registration registration) {
        return registration.name();
    }

    /**
     * Tells how much the chat is used.
     *
     * @return the number of {@code calls}, and of those that were {@code refused}
     */
    public Map<String, Long> statistics() {
        return statistics.counts();
    }

    /** Ends the caller's connection for good: its client is told not to reconnect. */
    public void abort() {
        context.abort();
    }
}
