// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.CancellationToken;
import ee.signalr.Hub;
import ee.signalr.HubException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Streams to the client, from every kind of source. One instance per call. */
@Hub("/streams")
public class StreamsHub extends ObservedHub {

    private static final String RUNNING = "running";
    private static final String ENDED = "ended";

    /** Publishes {@code 0} to {@code count - 1}; so do the next seven. */
    public Publisher<Integer> publisher(int count) {
        return NumberPublisher.of(count);
    }

    public Stream<Integer> stream(int count) {
        return IntStream.range(0, count).boxed();
    }

    public Iterator<Integer> iterator(int count) {
        return stream(count).iterator();
    }

    public Iterable<Integer> iterable(int count) {
        return stream(count).toList();
    }

    public CompletionStage<Publisher<Integer>> laterPublisher(int count) {
        return CompletableFuture.supplyAsync(() -> publisher(count));
    }

    public CompletionStage<Stream<Integer>> laterStream(int count) {
        return CompletableFuture.supplyAsync(() -> stream(count));
    }

    public CompletionStage<Iterator<Integer>> laterIterator(int count) {
        return CompletableFuture.supplyAsync(() -> iterator(count));
    }

    public CompletionStage<Iterable<Integer>> laterIterable(int count) {
        return CompletableFuture.supplyAsync(() -> iterable(count));
    }

    /** A collection is a value, not a stream. */
    public List<Integer> list() {
        return List.of(1, 2);
    }

    /** The same text so many times. */
    public Stream<String> echoes(String text, int count) {
        return Stream.generate(() -> text).limit(count);
    }

    /** The same ticket, once for each seat. */
    public Stream<Ticket> seats(Ticket ticket, int count) {
        return Stream.generate(() -> ticket).limit(count);
    }

    /** So many texts of so many characters, counted as they are produced. */
    public Stream<String> large(String name, int count, int size) {
        String text = "x".repeat(size);
        return Stream.generate(() -> text).limit(count).peek(item -> fates.count(name));
    }

    /** So many numbers, then nothing until the client cancels; so do the next two. */
    public Publisher<Integer> waitingPublisher(String name, int count) {
        fates.note(name, RUNNING);
        return NumberPublisher.waiting(count, () -> fates.note(name, ENDED));
    }

    /** One number; counts its ends. */
    public Publisher<Integer> countingEnds(String name) {
        return NumberPublisher.waiting(1, () -> fates.count(name));
    }

    public Stream<Integer> waitingStream(String name, int count) {
        fates.note(name, RUNNING);
        WaitingIterator numbers = new WaitingIterator(count);
        Iterable<Integer> all = () -> numbers;
        return StreamSupport.stream(all.spliterator(), false).onClose(() -> end(name, numbers));
    }

    public Iterator<Integer> waitingIterator(String name, int count, CancellationToken stop) {
        fates.note(name, RUNNING);
        WaitingIterator numbers = new WaitingIterator(count);
        stop.onCancel(() -> end(name, numbers));
        return numbers;
    }

    private void end(String name, WaitingIterator numbers) {
        fates.note(name, ENDED);
        numbers.end();
    }

    /** A stream that comes once somebody has opened the gate. */
    public CompletionStage<Stream<Integer>> behindGate(String gate) {
        fates.note(gate, RUNNING);
        return gates.await(gate).thenApply(passed -> waitingStream(gate, 1));
    }

    /** Tells its token's signal. */
    public Publisher<Integer> untilCancelled(String name, CancellationToken stop) {
        stop.onCancel(() -> fates.note(name, "cancelled"));
        return NumberPublisher.waiting(1, () -> {});
    }

    /** A plain call that ends when it is no longer wanted. */
    public CompletionStage<String> untilUnwanted(CancellationToken stop) {
        CompletableFuture<String> end = new CompletableFuture<>();
        stop.onCancel(() -> end.complete("no longer wanted"));
        return end;
    }

    /** So many numbers, then a failure, for clients or not; so do the next two. */
    public Publisher<Integer> failingPublisher(int count, boolean told) {
        return NumberPublisher.failing(count, failure(told));
    }

    public Stream<Integer> failingStream(int count, boolean told) {
        return IntStream.iterate(0, number -> number + 1).boxed().peek(number -> failFrom(count, number, told));
    }

    public Iterator<Integer> failingIterator(int count, boolean told) {
        return failingStream(count, told).iterator();
    }

    private static void failFrom(int count, int number, boolean told) {
        if (number >= count) {
            throw failure(told);
        }
    }

    private static RuntimeException failure(boolean told) {
        return told ? new HubException("for clients") : new IllegalStateException("not for clients");
    }

    /** Fails before there is a stream. */
    public Stream<Integer> throwing() {
        throw new HubException("no stream");
    }

    /** Returns no stream. */
    public Stream<Integer> nothing() {
        return null;
    }
}
