// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.RawValue;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reading, binding and answering a call with scalar arguments allocates, measured by the virtual machine itself. */
class AllocationTest {

    private static final int ROUNDS = 2_000;
    private static final int WARM_UP = 20_000;
    private static final double BYTES_PER_CALL = 700;

    private static final List<Type> TYPES = List.of(String.class, int.class);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final MessagePackHubProtocol protocol = TestPack.protocol();
    private final byte[] call = TestPack.bytes("960180a131a46563686f92a9736f6d6520746578742a90");
    private int lengths;

    @Test
    void shouldAllocateLittlePerCall() {
        repeat(WARM_UP);

        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        repeat(ROUNDS);
        double perCall = (double) (threads.getThreadAllocatedBytes(self) - before) / ROUNDS;

        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, "Bytes per call: " + perCall);
        assertThat(lengths).isEqualTo((WARM_UP + ROUNDS) * 17);
        assertThat(perCall).isLessThan(BYTES_PER_CALL);
    }

    private void repeat(int times) {
        for (int i = 0; i < times; i++) {
            InvocationMessage read = (InvocationMessage) protocol.parse(call, 0, call.length);
            Object[] arguments = new Object[TYPES.size()];
            for (int j = 0; j < arguments.length; j++) {
                arguments[j] = protocol.bind((RawValue) read.arguments().get(j), TYPES.get(j));
            }
            lengths += protocol.write(CompletionMessage.withResult(read.invocationId(), arguments[0])).length;
        }
    }
}
