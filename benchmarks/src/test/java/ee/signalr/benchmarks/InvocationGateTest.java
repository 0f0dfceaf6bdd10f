// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What one call allocates in the engine, from the bytes of its envelope, which the carrier makes, to those of its answer. */
class InvocationGateTest {

    private static final double SCALARS = 1_024;
    private static final double OBJECT = 3_400;
    private static final double MIXED = 3_600;

    @Test
    void shouldAllocateAtMostOneKilobyteForScalarsInJson() {
        assertThat(bytesPerCall(Shape.SCALARS)).isLessThanOrEqualTo(SCALARS);
    }

    @Test
    void shouldAllocateLittleMoreThanThreeKilobytesForOneObjectInJson() {
        assertThat(bytesPerCall(Shape.OBJECT)).isLessThanOrEqualTo(OBJECT);
    }

    @Test
    void shouldAllocateLittleMoreForScalarsAndOneObjectInJson() {
        assertThat(bytesPerCall(Shape.MIXED)).isLessThanOrEqualTo(MIXED);
    }

    @Test
    void shouldAllocateAtMostOneKilobyteForScalarsInMessagePack() {
        try (Calls calls = Calls.messagePack("scalars", "hello", 42)) {
            assertThat(bytesPerCall("SCALARS in MessagePack", calls)).isLessThanOrEqualTo(SCALARS);
            // 12 bytes: [3, {}, "7", 3, "hello"]
            assertThat(calls.answer())
                    .startsWith(12, 0x95, 3, 0x80, 0xA1, '7', 3, 0xA5, 'h')
                    .hasSize(13);
        }
    }

    private static double bytesPerCall(Shape shape) {
        try (Calls calls = shape.json()) {
            double bytes = bytesPerCall(shape.name(), calls);
            assertThat(new String(calls.answer(), UTF_8)).isEqualTo(shape.jsonAnswer());
            return bytes;
        }
    }

    private static double bytesPerCall(String what, Calls calls) {
        double bytes = Allocation.perRun(calls::call) - calls.size();
        System.getLogger(InvocationGateTest.class.getName())
                .log(System.Logger.Level.INFO, "Bytes per call, {0}: {1}", what, bytes);
        assertThat(calls.answers()).isEqualTo(Allocation.runs());
        return bytes;
    }
}
