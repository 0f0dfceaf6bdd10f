// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.servlet.fakes.Fake;
import ee.signalr.servlet.fakes.FakeInput;
import ee.signalr.servlet.fakes.FakeOutput;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyStreamsTest {

    private static final String LIBERTY = "IBM WebSphere Liberty/26.0.0.3";
    private static final String GLASSFISH = "Eclipse GlassFish  8.0.0";
    private static final String TOMCAT = "Apache Tomcat/11.0.24";

    private final List<Object> locksHeld = new ArrayList<>();
    private final BodyOutput.Observer nobody = new BodyOutput.Observer() {
        @Override
        public void written() {
            throw new AssertionError("Nothing is written");
        }

        @Override
        public void failed(Throwable cause) {
            throw new AssertionError(cause);
        }
    };

    private static BodyStreams on(String serverInfo) {
        ServletContext context = Fake.of(ServletContext.class)
                .on("getServerInfo", call -> serverInfo)
                .make();
        return BodyStreams.of(context, Runnable::run);
    }

    @ParameterizedTest
    @CsvSource({
        LIBERTY + ", BackgroundBody, false",
        GLASSFISH + ", NonBlockingBody, true",
        TOMCAT + ", NonBlockingBody, true",
        ", NonBlockingBody, true"
    })
    void shouldWriteInTheBackgroundWhereNonBlockingOutputBlocks(String server, String body, boolean listening) {
        FakeOutput out = new FakeOutput();

        BodyOutput opened = on(server).open(out, nobody);

        assertThat(opened.getClass().getSimpleName()).isEqualTo(body);
        assertThat(out.hasListener()).isEqualTo(listening);
    }

    @ParameterizedTest
    @CsvSource({LIBERTY + ", false", GLASSFISH + ", false", TOMCAT + ", true", ", false"})
    void shouldLeaveWhatHasFailedToTomcat(String server, boolean left) {
        assertThat(on(server).endAtErrors()).isEqualTo(left);
    }

    @Test
    void shouldReadOnUnderTheLockThatLibertyHoldsWhenItCalls() {
        LockedInput in = new LockedInput();

        on(LIBERTY).resume(in, () -> noteLock(in.getCompleteLockObj()));

        assertThat(locksHeld).containsExactly(in.getCompleteLockObj());
    }

    @Test
    void shouldReadOnWhenTheInputOnLibertyIsWrapped() {
        FakeInput in = new FakeInput();

        on(LIBERTY).resume(in, () -> noteLock(in));

        assertThat(locksHeld).containsExactly(in);
    }

    @Test
    void shouldReadOnWithoutLockElsewhere() {
        FakeInput in = new FakeInput();

        on(TOMCAT).resume(in, () -> locksHeld.add(Thread.holdsLock(in)));

        assertThat(locksHeld).containsExactly(false);
    }

    private void noteLock(Object lock) {
        if (Thread.holdsLock(lock)) {
            locksHeld.add(lock);
        }
    }

    /** An input with the lock that Liberty's has. */
    public static final class LockedInput extends ServletInputStream {

        private final Object lock = new Object();

        public Object getCompleteLockObj() {
            return lock;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read() {
            return -1;
        }
    }
}
