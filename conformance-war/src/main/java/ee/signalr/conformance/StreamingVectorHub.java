// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import ee.signalr.HubException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The streams of the hub behind the recorded conversations, to the client and from it. */
public abstract class StreamingVectorHub {

    StreamingVectorHub() {}

    public Stream<Integer> stream3() {
        return Stream.of(1, 2, 3);
    }

    public Iterable<Integer> streamEmpty() {
        return List.of();
    }

    public Iterator<Integer> streamThrow() {
        throw new InvalidOperationException("before");
    }

    public Stream<Integer> streamThrowAfter2() {
        return IntStream.rangeClosed(1, 3).mapToObj(number -> {
            if (number == 3) {
                throw new InvalidOperationException("middle");
            }
            return number;
        });
    }

    public Iterator<Integer> streamThrowHub() {
        return IntStream.rangeClosed(1, 2)
                .mapToObj(number -> {
                    if (number == 2) {
                        throw new HubException("told");
                    }
                    return number;
                })
                .iterator();
    }

    public @Nullable Stream<Integer> streamNull() {
        return null;
    }

    /** One item, then nothing until the client cancels. */
    public Publisher<Integer> streamForever() {
        return subscriber -> subscriber.onSubscribe(new OneItem(subscriber));
    }

    public CompletionStage<Integer> sum(Publisher<Integer> numbers) {
        Sum sum = new Sum();
        numbers.subscribe(sum);
        return sum.result();
    }

    public String concat(Iterator<String> texts, String separator) {
        StringBuilder all = new StringBuilder(texts.hasNext() ? texts.next() : "");
        texts.forEachRemaining(text -> all.append(separator).append(text));
        return all.toString();
    }

    public Stream<Integer> doubled(Stream<Integer> numbers) {
        return numbers.map(number -> number * 2);
    }
}
