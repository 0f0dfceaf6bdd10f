// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.servlet.fakes.FakeOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonBlockingBodyTest {

    private final FakeOutput out = new FakeOutput();
    private final List<String> events = new ArrayList<>();
    private final NonBlockingBody body = new NonBlockingBody(out, observer(() -> {}), false);

    private BodyOutput.Observer observer(Runnable whenWritten) {
        return new BodyOutput.Observer() {
            @Override
            public void written() {
                events.add("written");
                whenWritten.run();
            }

            @Override
            public void failed(Throwable cause) {
                events.add("failed: " + cause.getMessage());
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void shouldWriteNothingBeforeTheContainerAllowsIt() {
        body.write(bytes("x"));
        assertThat(out.text()).isEmpty();
        assertThat(events).isEmpty();

        out.setWriteListener(body);

        assertThat(out.text()).isEqualTo("x");
        assertThat(events).containsExactly("written");
    }

    @Test
    void shouldWriteAllPiecesAndFlush() {
        out.setWriteListener(body);

        body.write(bytes("a"), bytes("b"), bytes("c"));

        assertThat(out.text()).isEqualTo("abc");
        assertThat(events).containsExactly("written");
    }

    @Test
    void shouldGoOnWhereItStoppedWhenTheContainerTakesMore() {
        out.setWriteListener(body);
        out.block();
        body.write(new byte[100_000]);
        assertThat(events).isEmpty();

        out.unblock();

        assertThat(out.text()).hasSize(100_000);
        assertThat(events).containsExactly("written");
    }

    @Test
    void shouldNotTellThatBytesAreWrittenBeforeTheContainerIsDoneWithThem() {
        FakeOutput slow = new FakeOutput() {
            @Override
            public void flush() throws IOException {
                super.flush();
                block();
            }
        };
        NonBlockingBody slowBody = new NonBlockingBody(slow, observer(() -> {}), false);
        slow.setWriteListener(slowBody);

        slowBody.write(bytes("x"));
        assertThat(slow.text()).isEqualTo("x");
        assertThat(events).isEmpty();

        slow.unblock();
        assertThat(events).containsExactly("written");
    }

    @Test
    void shouldTouchNothingMoreWhenTheContainerAnswersOnAThreadOfItsOwn() {
        NonBlockingBody[] shared = new NonBlockingBody[1];
        FakeOutput quick = new FakeOutput() {
            private boolean answering;

            @Override
            public boolean isReady() {
                if (answering) {
                    return super.isReady();
                }
                answering = true;
                // Before the thread that has asked gets to see that the stream is not ready, the container writes all.
                shared[0].onWritePossible();
                return false;
            }
        };
        shared[0] = new NonBlockingBody(quick, observer(() -> {}), false);
        quick.setWriteListener(shared[0]);

        shared[0].write(bytes("x"));

        assertThat(quick.text()).isEqualTo("x");
        assertThat(events).containsExactly("written");
    }

    @Test
    void shouldTellOfAFailureOnce() {
        out.setWriteListener(body);
        out.breakOff();

        body.write(bytes("x"));
        body.onError(new IllegalStateException("again"));

        assertThat(events).containsExactly("failed: broken pipe");
    }

    @Test
    void shouldLeaveAFailedWriteToTomcatWhichTellsOfItOnAThreadOfItsOwn() {
        NonBlockingBody left = new NonBlockingBody(out, observer(() -> {}), true);
        out.setWriteListener(left);
        out.breakOff();

        left.write(bytes("x"));
        assertThat(events).isEmpty();

        // What the exchange does when it has been told.
        left.end(() -> events.add("ended"));
        assertThat(events).containsExactly("ended");
    }

    @Test
    void shouldTellOfAWriteThatFailsOnAThreadOfTomcat() {
        NonBlockingBody left = new NonBlockingBody(out, observer(() -> {}), true);
        left.write(bytes("x"));
        out.breakOff();

        out.setWriteListener(left);

        assertThat(events).containsExactly("failed: broken pipe");
    }

    @Test
    void shouldBeSilentOnceEnded() {
        out.setWriteListener(body);
        body.end(() -> events.add("ended"));

        body.write(bytes("x"));
        body.onError(new IllegalStateException("late"));

        assertThat(out.text()).isEmpty();
        assertThat(events).containsExactly("ended");
    }

    @Test
    void shouldNotEndBeforeTheContainersFirstCall() {
        body.end(() -> events.add("ended"));
        assertThat(events).isEmpty();

        out.setWriteListener(body);

        assertThat(events).containsExactly("ended");
    }

    @Test
    void shouldEndWhenTheContainersFirstCallIsAnError() {
        body.end(() -> events.add("ended"));

        body.onError(new IllegalStateException("gone"));

        assertThat(events).containsExactly("ended");
    }

    @Test
    void shouldEndWhileItWaitsForTheContainer() {
        out.setWriteListener(body);
        out.block();
        body.write(bytes("x"));

        body.end(() -> events.add("ended"));

        assertThat(events).containsExactly("ended");
        out.unblock();
        assertThat(out.text()).isEmpty();
    }

    @Test
    void shouldNotEndInTheMiddleOfAWrite() {
        NonBlockingBody[] ending = new NonBlockingBody[1];
        FakeOutput slow = new FakeOutput() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                ending[0].end(() -> events.add("ended"));
                assertThat(events).isEmpty();
                super.write(bytes, offset, length);
            }
        };
        ending[0] = new NonBlockingBody(slow, observer(() -> {}), false);
        slow.setWriteListener(ending[0]);

        ending[0].write(bytes("x"));

        assertThat(events).containsExactly("ended");
    }

    @Test
    void shouldFlushWhenThereIsNothingToWrite() {
        out.setWriteListener(body);

        body.write();

        assertThat(events).containsExactly("written");
    }
}
