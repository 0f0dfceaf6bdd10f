// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.servlet.fakes.FakeOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BackgroundBodyTest {

    private final FakeOutput out = new FakeOutput();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> events = new ArrayList<>();
    private final BodyOutput.Observer observer = new BodyOutput.Observer() {
        @Override
        public void written() {
            events.add("written");
        }

        @Override
        public void failed(Throwable cause) {
            events.add("failed: " + cause.getMessage());
        }
    };
    private final BackgroundBody body = new BackgroundBody(out, observer, tasks::add);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void shouldWriteOnTheExecutorOnly() {
        body.write(bytes("a"), bytes("b"));
        assertThat(out.text()).isEmpty();

        tasks.remove().run();

        assertThat(out.text()).isEqualTo("ab");
        assertThat(events).containsExactly("written");
        assertThat(out.hasListener()).isFalse();
    }

    @Test
    void shouldTellOfAFailureOnce() {
        out.breakOff();
        body.write(bytes("x"));
        tasks.remove().run();
        body.write(bytes("y"));
        tasks.remove().run();

        assertThat(events).containsExactly("failed: broken pipe");
    }

    @Test
    void shouldTellOfAnExecutorThatHasStopped() {
        BackgroundBody late = new BackgroundBody(out, observer, task -> {
            throw new RejectedExecutionException("stopped");
        });

        late.write(bytes("x"));

        assertThat(events).containsExactly("failed: stopped");
    }

    @Test
    void shouldEndAtOnceWhenNothingIsBeingWritten() {
        body.end(() -> events.add("ended"));

        assertThat(events).containsExactly("ended");
    }

    @Test
    void shouldBeSilentOnceEndedAndEndWhenItsTurnComes() {
        body.write(bytes("x"));
        body.end(() -> events.add("ended"));
        assertThat(events).isEmpty();

        tasks.remove().run();

        assertThat(out.text()).isEmpty();
        assertThat(events).containsExactly("ended");
    }

    @Test
    void shouldNotEndInTheMiddleOfAWrite() {
        BackgroundBody[] ending = new BackgroundBody[1];
        ending[0] = new BackgroundBody(
                new FakeOutput() {
                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        ending[0].end(() -> events.add("ended"));
                        assertThat(events).isEmpty();
                    }
                },
                observer,
                Runnable::run);

        ending[0].write(bytes("x"));

        assertThat(events).containsExactly("ended");
    }

    @Test
    void shouldEndOnceWhenAWriteFailsInTheMiddle() {
        BackgroundBody[] failing = new BackgroundBody[1];
        failing[0] = new BackgroundBody(
                out,
                new BodyOutput.Observer() {
                    @Override
                    public void written() {
                        events.add("written");
                    }

                    @Override
                    public void failed(Throwable cause) {
                        failing[0].end(() -> events.add("ended"));
                    }
                },
                Runnable::run);
        out.breakOff();

        failing[0].write(bytes("x"));

        assertThat(events).containsExactly("ended");
    }
}
