// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.events;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.example.FakeBackground;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBoardTest {

    private static final Duration A_MOMENT = EventBoard.CONFIRMATION;
    private static final Duration A_WHILE = EventBoard.KEEP_ALIVE;

    private final FakeBackground background = new FakeBackground();
    private final EventBoard board = new EventBoard(background);

    @Test
    void shouldGreetAListenerAtOnce() {
        assertThat(open().takeRead()).containsExactly("custom=自定义事件消息");
    }

    @Test
    void shouldGiveEveryMessageToAllListenersInOrder() {
        FakeSink ann = greeted();
        FakeSink bob = greeted();

        publish("one", "two");

        assertThat(ann.takeRead()).containsExactly("one", "two");
        assertThat(bob.takeRead()).containsExactly("one", "two");
    }

    @Test
    void shouldKeepMessagesForTheNextListenerOnly() {
        publish("one", "two");

        assertThat(open().takeRead()).containsExactly("custom=自定义事件消息", "one", "two");
        assertThat(open().takeRead()).containsExactly("custom=自定义事件消息");
    }

    @Test
    void shouldForgetTheOldestOfMoreThanAHundredThatWait() {
        for (int i = 0; i <= EventBoard.WAITING; i++) {
            publish("message " + i);
        }

        List<String> read = open().takeRead();
        assertThat(read).hasSize(101).endsWith("message 100");
        assertThat(read.get(1)).isEqualTo("message 1");
    }

    @Test
    void shouldKeepAListenerThatReads() {
        FakeSink ann = greeted();

        background.pass(A_WHILE.multipliedBy(10));
        publish("still here");

        assertThat(ann.takeRead()).containsExactly("still here");
        assertThat(ann.isClosed()).isFalse();
    }

    @Test
    void shouldCloseTheStreamOfAListenerThatHasGone() {
        FakeSink ann = greeted();
        ann.readerGoes(0);

        background.pass(A_WHILE);

        assertThat(ann.isClosed()).isTrue();
    }

    @Test
    void shouldKeepWhatWasWrittenToNobodyForTheNextListener() {
        FakeSink ann = greeted();
        ann.readerGoes(1);
        publish("one", "two");

        assertThat(open().takeRead()).containsExactly("custom=自定义事件消息", "one", "two");
    }

    @Test
    void shouldGiveWhatWasWrittenToNobodyToAListenerThatCameMeanwhile() {
        FakeSink ann = greeted();
        ann.readerGoes(1);
        publish("one");
        FakeSink bob = greeted();

        background.pass(A_MOMENT);

        assertThat(bob.takeRead()).containsExactly("one");
    }

    @Test
    void shouldNotRepeatWhatSomebodyElseHasRead() {
        FakeSink ann = greeted();
        FakeSink bob = greeted();
        ann.readerGoes(1);
        publish("one");

        background.pass(A_MOMENT);

        assertThat(bob.takeRead()).containsExactly("one");
        assertThat(open().takeRead()).containsExactly("custom=自定义事件消息");
    }

    @Test
    void shouldNotRepeatWhatWasReadBeforeTheListenerWent() {
        FakeSink ann = greeted();
        publish("one");
        background.pass(A_MOMENT);
        ann.readerGoes(0);
        background.pass(A_WHILE);

        assertThat(open().takeRead()).containsExactly("custom=自定义事件消息");
    }

    @Test
    void shouldConfirmMessagesThatCameWhileOthersWereConfirmed() {
        FakeSink ann = greeted();
        publish("one");
        background.pass(A_MOMENT.dividedBy(2));
        publish("two");
        background.pass(A_MOMENT.dividedBy(2));
        publish("three");
        background.pass(A_MOMENT);
        ann.readerGoes(0);
        background.pass(A_WHILE);

        assertThat(open().takeRead()).containsExactly("custom=自定义事件消息");
    }

    @Test
    void shouldGiveUpAListenerThatLetsTooMuchPileUp() {
        FakeSink ann = open();
        ann.readerStalls();

        for (int i = 0; i <= Listener.CAPACITY; i++) {
            publish("message " + i);
        }

        assertThat(ann.isClosed()).isTrue();
        assertThat(open().takeRead()).hasSize(101).endsWith("message " + Listener.CAPACITY);
    }

    @Test
    void shouldCloseAllStreamsAtTheEnd() {
        FakeSink ann = greeted();
        FakeSink bob = greeted();

        board.close();

        assertThat(ann.isClosed()).isTrue();
        assertThat(bob.isClosed()).isTrue();
    }

    private FakeSink open() {
        FakeSink sink = new FakeSink();
        board.open(new EventStream(new FakeSse(), sink, background));
        background.work();
        return sink;
    }

    private FakeSink greeted() {
        FakeSink sink = open();
        sink.takeRead();
        return sink;
    }

    private void publish(String... messages) {
        for (String message : messages) {
            board.publish(message);
        }
        background.work();
    }
}
