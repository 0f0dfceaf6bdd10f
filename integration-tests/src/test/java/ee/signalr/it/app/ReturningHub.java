// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.SignalRConfiguration;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A hub whose clients may come back when they lose their WebSocket, within three seconds. One instance per call. */
@Hub(value = "/returning", name = "returning")
public class ReturningHub {

    private static final String NOTES = "notes";
    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    @Inject
    HubCallerContext context;

    @Inject
    HubCallerClients clients;

    static void configure(@Observes SignalRConfiguration configuration) {
        configuration
                .hub(ReturningHub.class)
                .allowStatefulReconnects(true)
                .disconnectTimeout(Duration.ofSeconds(3))
                .enableDetailedErrors(true);
    }

    @OnConnected
    void connected() {
        context.items().put(NOTES, new CopyOnWriteArrayList<Integer>());
        EVENTS.add("connected " + context.connectionId());
    }

    @OnDisconnected
    void disconnected() {
        EVENTS.add("disconnected " + context.connectionId());
    }

    /** Answers its argument. */
    public String echo(String text) {
        return text;
    }

    /** Who is calling, as the server knows it. */
    public String connection() {
        return context.connectionId();
    }

    /** Notes a number for this connection, and answers how many it has noted. */
    public int note(int number) {
        notes().add(number);
        return notes().size();
    }

    /** The numbers that this connection has noted. */
    @SuppressWarnings("unchecked") // put there by the callback of new connections
    public List<Integer> notes() {
        return (List<Integer>) context.items().get(NOTES);
    }

    /** Answers its argument after a while. */
    public CompletionStage<String> later(String text, int millis) {
        return CompletableFuture.supplyAsync(
                () -> text, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    /** Tells all clients so many numbers, the first of which is given. */
    public void tellAll(int from, int count) {
        IntStream.range(from, from + count).forEach(number -> clients.all().send("told", number));
    }

    /** Counts, with some text to each number so that many do not fit into one frame. */
    public Iterator<String> count(int count, int size) {
        String text = "x".repeat(size);
        return IntStream.range(0, count).mapToObj(number -> number + text).iterator();
    }

    /** Ends the connection. */
    public void abort() {
        context.abort();
    }

    /** How often a connection has been told to have begun and to have ended. */
    public List<String> events(String connectionId) {
        return EVENTS.stream().filter(event -> event.endsWith(connectionId)).toList();
    }
}
