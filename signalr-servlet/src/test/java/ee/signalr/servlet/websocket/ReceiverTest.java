// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.servlet.fakes.FakeWebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {

    private static final String GRIN = "\uD83D\uDE00";

    private final WebSocketFixture fixture = WebSocketFixture.create();
    private final FakeWebSocket socket = fixture.open();

    @Test
    void shouldPassTextOnAsUtf8() {
        socket.text("aü€" + GRIN, true);

        assertThat(fixture.hub().received().get(0)).isEqualTo(("aü€" + GRIN).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldPassPartsOnAtOnce() {
        socket.text("one ", false);
        assertThat(fixture.hub().text()).isEqualTo("one ");

        socket.text("two", true);
        assertThat(fixture.hub().text()).isEqualTo("one two");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldPutSurrogatePairsTogetherThatWereCutBetweenParts(int partLength) {
        String message = "x" + GRIN + GRIN + "y" + GRIN;
        for (int start = 0; start < message.length(); start += partLength) {
            int end = Math.min(message.length(), start + partLength);
            socket.text(message.substring(start, end), end == message.length());
        }

        assertThat(fixture.hub().text()).isEqualTo(message);
    }

    @Test
    void shouldHoldHalfAPairOverAnEmptyPart() {
        socket.text(GRIN.substring(0, 1), false);
        socket.text("", false);
        socket.text(GRIN.substring(1), true);

        assertThat(fixture.hub().text()).isEqualTo(GRIN);
    }

    @Test
    void shouldNotHoldHalfAPairOverTheEndOfAMessage() {
        socket.text(GRIN.substring(0, 1), true);
        socket.text("next", true);

        assertThat(fixture.hub().text()).isEqualTo("?next");
    }

    @Test
    void shouldPassCopiesOfBinaryPartsOn() {
        byte[] server = {0, 1, 2, 3};
        socket.binary(ByteBuffer.wrap(server, 1, 2), true);
        server[1] = 9;

        assertThat(fixture.hub().received().get(0)).containsExactly(1, 2);
    }

    @Test
    void shouldTakeTextAndBytesForOneStream() {
        socket.text("a", true);
        socket.binary(ByteBuffer.wrap(new byte[] {'b'}), false);
        socket.binary(ByteBuffer.allocate(0), true);
        socket.text("c", true);

        assertThat(fixture.hub().text()).isEqualTo("abc");
        assertThat(fixture.hub().received()).hasSize(3);
    }
}
