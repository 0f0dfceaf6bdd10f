// SPDX-License-Identifier: Apache-2.0
package ee.signalr.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ee.signalr.PropertyNaming;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.messagepack.MessagePackHubProtocol;

/** The reader of the MessagePack protocol; see {@link ReaderCheck}. */
class MessagePackReaderFuzzTest {

    private static final HubProtocol PROTOCOL = new MessagePackHubProtocol(PropertyNaming.UPPER_CAMEL_CASE);

    @FuzzTest(maxDuration = "4m")
    void shouldReadOrRefuseAnyMessage(byte[] message) {
        assertThat(new ReaderCheck(PROTOCOL).check(message)).isNotNegative();
    }
}
