// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.StreamItemMessage;
import ee.signalr.core.test.RecordingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Publishers that are fast, and publishers that break the rules. */
class PublisherPumpTest {

    private final RecordingOutput output = new RecordingOutput(Runnable::run);
    private final StreamOutlet outlet = new StreamOutlet("1", output, () -> {});
    private final NotedEnd end = new NotedEnd();
    private final ByHand publisher = new ByHand();
    private final PublisherPump pump = new PublisherPump(publisher, outlet, end);

    @Test
    void shouldAskForFewItemsAndForMoreAsTheyAreSent() {
        pump.start();
        assertThat(publisher.requested).isEqualTo(32);

        publisher.emit(15);
        assertThat(publisher.requested).isEqualTo(32);
        publisher.emit(1);
        assertThat(publisher.requested).isEqualTo(48);
        assertThat(items()).isEqualTo(16);
    }

    @Test
    void shouldKeepItemsWhileThereIsNoRoom() {
        output.makeRoom(3);
        pump.start();

        publisher.emit(32);
        assertThat(items()).isEqualTo(3);
        assertThat(publisher.requested).isEqualTo(32);

        output.makeRoom(100);
        assertThat(items()).isEqualTo(32);
        assertThat(publisher.requested).isEqualTo(64);
    }

    @Test
    void shouldEndBehindTheItemsThatWait() {
        output.makeRoom(1);
        pump.start();
        publisher.emit(2);
        pump.onComplete();
        assertThat(items()).isOne();
        assertThat(end.ends).isEmpty();

        output.makeRoom(1);

        assertThat(output.messages()).hasSize(3).last().isInstanceOf(CompletionMessage.class);
        assertThat(end.released).isOne();
    }

    @Test
    void shouldDropWhatWaitsWhenCancelled() {
        output.makeRoom(1);
        pump.start();
        publisher.emit(5);

        pump.cancel();
        output.makeRoom(100);
        publisher.emit(1);

        assertThat(items()).isOne();
        assertThat(publisher.cancelled).isOne();
        assertThat(end.ends).containsExactly("null");
        assertThat(end.released).isOne();
    }

    @Test
    void shouldCancelASubscriptionThatComesAfterTheCancel() {
        pump.cancel();
        pump.start();

        assertThat(publisher.cancelled).isOne();
        assertThat(publisher.requested).isZero();
        assertThat(end.released).isOne();
    }

    @Test
    void shouldCancelASecondSubscription() {
        pump.start();
        ByHand other = new ByHand();
        pump.onSubscribe(other);

        assertThat(other.cancelled).isOne();
        assertThat(publisher.cancelled).isZero();
    }

    @Test
    void shouldEndTheStreamWhenThereIsMoreThanRequested() {
        output.makeRoom(0);
        pump.start();
        publisher.emit(33);

        assertThat(end.ends)
                .containsExactly(
                        "java.lang.IllegalStateException: The publisher has sent more items than were requested");
        assertThat(publisher.cancelled).isOne();
    }

    @Test
    void shouldEndTheStreamWhenAnItemIsNull() {
        pump.start();
        pump.onNext(null);

        assertThat(end.ends).containsExactly("java.lang.IllegalStateException: The publisher has sent null");
    }

    @Test
    void shouldIgnoreSignalsAfterTheEnd() {
        pump.start();
        pump.onComplete();
        pump.onNext("late");
        pump.onComplete();
        pump.onError(new IllegalStateException("late"));

        assertThat(items()).isZero();
        assertThat(end.ends).containsExactly("null");
        assertThat(end.released).isOne();
    }

    @Test
    void shouldEndTheStreamWhenThePublisherThrows() {
        publisher.failure = new IllegalStateException("broken");
        pump.start();

        assertThat(end.ends).containsExactly("java.lang.IllegalStateException: broken");
        assertThat(end.released).isOne();
    }

    @Test
    void shouldRefuseNullsAsTheRulesSay() {
        assertThatNullPointerException().isThrownBy(() -> pump.onError(null));
        assertThatNullPointerException().isThrownBy(() -> pump.onSubscribe(null));
    }

    @Test
    void shouldEndTheStreamWhenAnItemCannotBeWritten() {
        output.failToWrite(new IllegalStateException("unwritable"));
        pump.start();
        publisher.emit(3);

        assertThat(end.ends).containsExactly("java.lang.IllegalStateException: unwritable");
        assertThat(publisher.cancelled).isOne();
    }

    private long items() {
        return output.messages().stream()
                .filter(StreamItemMessage.class::isInstance)
                .count();
    }

    /** Emits when the test says so. */
    private static final class ByHand implements Flow.Publisher<String>, Flow.Subscription {

        private Flow.@Nullable Subscriber<? super String> subscriber;
        private @Nullable RuntimeException failure;
        private long requested;
        private int cancelled;

        @Override
        public void subscribe(Flow.Subscriber<? super String> asking) {
            subscriber = asking;
            asking.onSubscribe(this);
        }

        void emit(int count) {
            Flow.Subscriber<? super String> known = subscriber;
            for (int i = 0; i < count && known != null; i++) {
                known.onNext("item");
            }
        }

        @Override
        public void request(long count) {
            if (failure != null) {
                throw failure;
            }
            requested += count;
        }

        @Override
        public void cancel() {
            cancelled++;
        }
    }

    /** Notes what the pump says. */
    private final class NotedEnd implements StreamEnd {

        private final List<String> ends = new ArrayList<>();
        private int released;

        @Override
        public void end(@Nullable Throwable failure) {
            ends.add(String.valueOf(failure));
            outlet.end(failure == null ? null : "failed");
        }

        @Override
        public void release() {
            released++;
        }
    }
}
