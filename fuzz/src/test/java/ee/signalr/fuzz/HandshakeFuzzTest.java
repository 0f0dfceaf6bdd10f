// SPDX-License-Identifier: Apache-2.0
package ee.signalr.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ee.signalr.core.protocol.HandshakeRequest;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.json.HandshakeProtocol;
import org.jspecify.annotations.Nullable;

/** What a client says first: read or refused, never anything else, and no byte outside the message counts. */
class HandshakeFuzzTest {

    @FuzzTest(maxDuration = "4m")
    void shouldReadOrRefuseAnyHandshake(byte[] message) {
        HandshakeRequest alone = read(message, 0, message.length);
        byte[] amid = Surroundings.around(message);
        HandshakeRequest surrounded = read(amid, Surroundings.BEFORE, amid.length - Surroundings.AFTER);

        assertThat(surrounded).isEqualTo(alone);
        if (alone != null) {
            assertThat(alone.protocol()).isNotNull();
        }
    }

    private static @Nullable HandshakeRequest read(byte[] bytes, int start, int end) {
        try {
            return HandshakeProtocol.parse(bytes, start, end);
        } catch (HubProtocolException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return null;
        }
    }
}
