// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.Hub;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Streams from the client, taken in every way. One instance per call. */
@Hub("/uploads")
public class UploadsHub extends ObservedHub {

    private static final String RUNNING = "running";

    /** Answers the sum of the items; so do the next three. */
    public CompletionStage<Integer> sumPublisher(Publisher<Integer> items) {
        return Taker.all(items).thenApply(all -> sumStream(all.stream()));
    }

    public int sumStream(Stream<Integer> items) {
        return items.mapToInt(Integer::intValue).sum();
    }

    public int sumIterator(Iterator<Integer> items) {
        int sum = 0;
        while (items.hasNext()) {
            sum += items.next();
        }
        return sum;
    }

    public int sumIterable(Iterable<Integer> items) {
        return sumIterator(items.iterator());
    }

    /** Answers all items. */
    public CompletionStage<List<Integer>> collect(Publisher<Integer> items) {
        return Taker.all(items);
    }

    /** Answers everything in the order of the parameters. */
    public CompletionStage<String> mixed(
            Publisher<String> first,
            String and,
            Stream<String> second,
            String then,
            Iterator<String> third,
            String end) {
        String rest = second.collect(Collectors.joining());
        String last = text(third);
        return Taker.all(first).thenApply(all -> String.join("", all) + and + rest + then + last + end);
    }

    private static String text(Iterator<String> items) {
        StringBuilder all = new StringBuilder();
        items.forEachRemaining(all::append);
        return all.toString();
    }

    /** Answers the seats of tickets that are uploaded. */
    public List<Integer> seatsOf(Stream<Ticket> tickets) {
        return tickets.map(ticket -> ticket.seat).toList();
    }

    /** Answers each item as it comes. */
    public Stream<Integer> scaled(int factor, Stream<Integer> items) {
        return items.map(item -> item * factor);
    }

    /** Tells how the upload ended; so do the next two. */
    public CompletionStage<Integer> consumePublisher(String name, Publisher<Integer> items) {
        return Taker.all(items, item -> fates.note(name, RUNNING))
                .whenComplete((all, failure) -> noteEnd(name, failure, all))
                .thenApply(List::size);
    }

    private void noteEnd(String name, Throwable failure, List<Integer> all) {
        fates.note(name, failure == null ? "completed after " + all.size() : "failed: " + failure.getMessage());
    }

    public int consumeStream(String name, Stream<Integer> items) {
        return consumeIterator(name, items.iterator());
    }

    public int consumeIterator(String name, Iterator<Integer> items) {
        try {
            int count = 0;
            for (; items.hasNext(); items.next()) {
                fates.note(name, RUNNING);
                count++;
            }
            fates.note(name, "completed after " + count);
            return count;
        } catch (RuntimeException failed) {
            fates.note(name, "failed: " + failed.getMessage());
            throw failed;
        }
    }

    /** Answers the first item and wants no more. */
    public String first(Iterator<String> items) {
        return items.next();
    }

    /** Takes nothing before somebody has opened the gate. */
    public CompletionStage<Integer> countBehindGate(String gate, Publisher<String> items) {
        return gates.await(gate).thenCompose(passed -> Taker.all(items)).thenApply(List::size);
    }
}
