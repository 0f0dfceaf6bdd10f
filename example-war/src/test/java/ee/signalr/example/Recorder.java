// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A subscriber that writes down what it gets, and asks for items when the test says so. Not thread-safe. */
public final class Recorder<T> implements Flow.Subscriber<T> {

    private final List<T> items = new ArrayList<>();
    private String end = "";
    private Flow.@Nullable Subscription subscription;

    /** Subscribes and asks for all that there is. */
    public static <T> Recorder<T> of(Flow.Publisher<T> publisher) {
        Recorder<T> recorder = idle(publisher);
        recorder.request(Long.MAX_VALUE);
        return recorder;
    }

    /** Subscribes and asks for nothing yet. */
    public static <T> Recorder<T> idle(Flow.Publisher<T> publisher) {
        Recorder<T> recorder = new Recorder<>();
        publisher.subscribe(recorder);
        return recorder;
    }

    public void request(long count) {
        known().request(count);
    }

    public void cancel() {
        known().cancel();
    }

    public List<T> items() {
        return List.copyOf(items);
    }

    /** How the stream ended: empty while it goes on. */
    public String end() {
        return end;
    }

    private Flow.Subscription known() {
        Flow.Subscription given = subscription;
        if (given == null) {
            throw new AssertionError("Not subscribed");
        }
        return given;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
    }

    @Override
    public void onNext(T item) {
        items.add(item);
    }

    @Override
    public void onError(Throwable failure) {
        end += "failed: " + failure.getMessage();
    }

    @Override
    public void onComplete() {
        end += "completed";
    }
}
