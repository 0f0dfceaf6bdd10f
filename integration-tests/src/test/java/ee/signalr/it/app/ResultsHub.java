// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.HubContext;
import ee.signalr.OnConnected;
import ee.signalr.TypedHubContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Asks clients for results. One instance per call. */
@Hub("/results")
public class ResultsHub extends ObservedHub {

    private static final String ANSWER = "answer";

    @Inject
    HubCallerContext context;

    @Inject
    HubCallerClients clients;

    @Inject
    HubContext<ResultsHub> outside;

    @Inject
    TypedHubContext<ResultsHub, ResultsClient> typedOutside;

    /** Asks too early if the query wants that. */
    @OnConnected
    void connected() {
        context.httpRequest().queryParameter("ask").ifPresent(this::askTooEarly);
    }

    private void askTooEarly(String name) {
        try {
            clients.caller().invoke(String.class, ANSWER, "too early");
        } catch (IllegalStateException refused) {
            fates.note(name, refused.getMessage());
        }
    }

    /** The caller's connection id. */
    public String whoAmI() {
        return context.connectionId();
    }

    /** Asks the caller. */
    public CompletionStage<String> ask(String question) {
        return clients.caller().invoke(String.class, ANSWER, question).thenApply(answer -> "client said " + answer);
    }

    /** Asks any client; what fails is told to the caller and noted. */
    public CompletionStage<String> askClient(String connectionId, String question) {
        return told(connectionId, clients.client(connectionId).invoke(String.class, ANSWER, question));
    }

    /** Asks any client as others in the application do. */
    public CompletionStage<String> askFromOutside(String connectionId, String question) {
        return told(connectionId, outside.clients().client(connectionId).invoke(String.class, ANSWER, question));
    }

    private CompletionStage<String> told(String connectionId, CompletionStage<String> answer) {
        return answer.handle((text, failure) -> failure == null ? "client said " + text : reason(failure))
                .whenComplete((text, failure) -> fates.note(connectionId, text));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapper ? wrapper.getCause() : failure;
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /** Asks the caller, who has little time. */
    public CompletionStage<String> askQuickly(String question) {
        return clients.caller().withTimeout(Duration.ofMillis(100)).invoke(String.class, ANSWER, question);
    }

    /** Asks the caller for a number. */
    public CompletionStage<Integer> askNumber(String question) {
        return clients.caller().invoke(Integer.class, ANSWER, question);
    }

    /** Asks the caller for an object. */
    public CompletionStage<Ticket> askTicket(String question) {
        return clients.caller().invoke(Ticket.class, ANSWER, question);
    }

    /** Asks the caller through an interface. */
    public CompletionStage<String> askTyped(String question) {
        return typed().answer(question);
    }

    /** Asks the caller for a list of objects; answers their seats. */
    public CompletionStage<List<Integer>> askSeats(int count) {
        return typed().tickets(count)
                .thenApply(
                        tickets -> tickets.stream().map(ticket -> ticket.seat).toList());
    }

    /** Asks the caller for nothing. */
    public CompletionStage<Void> finish() {
        return typed().finish();
    }

    private ResultsClient typed() {
        return clients.typed(ResultsClient.class).caller();
    }

    /** Asks any client through an interface, as others in the application do. */
    public CompletionStage<String> askTypedFromOutside(String connectionId, String question) {
        return typedOutside.clients().client(connectionId).answer(question);
    }

    /** Tells all clients through an interface. */
    public void tellAll(String text) {
        clients.typed(ResultsClient.class).all().told(text);
    }
}
