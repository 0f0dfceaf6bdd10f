// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.TransferFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Encoded bytes on their way. */
class OutboundMessageTest {

    @Test
    void shouldBeItsBytes() {
        byte[] bytes = "äöü".getBytes(StandardCharsets.UTF_8);
        OutboundMessage message = OutboundMessage.of(bytes, TransferFormat.BINARY);

        assertThat(message.bytes()).isSameAs(bytes);
        assertThat(message.size()).isEqualTo(6);
        assertThat(message.format()).isEqualTo(TransferFormat.BINARY);
    }

    @Test
    void shouldMakeItsTextOnce() {
        OutboundMessage message = OutboundMessage.of("äöü€😀".getBytes(StandardCharsets.UTF_8), TransferFormat.TEXT);

        assertThat(message.text()).isEqualTo("äöü€😀").isSameAs(message.text());
    }

    @Test
    void shouldEncodeTextAsUtf8() {
        OutboundMessage message = OutboundMessage.ofText("ä");

        assertThat(message.bytes()).containsExactly(0xC3, 0xA4);
        assertThat(message.format()).isEqualTo(TransferFormat.TEXT);
    }

    @Test
    void shouldJoinInOrder() {
        OutboundMessage joined = OutboundMessage.join(
                List.of(OutboundMessage.ofText("a"), OutboundMessage.ofText(""), OutboundMessage.ofText("bc")));

        assertThat(joined.text()).isEqualTo("abc");
    }

    @Test
    void shouldNotCopyOneMessage() {
        OutboundMessage message = OutboundMessage.ofText("a");

        assertThat(OutboundMessage.join(List.of(message))).isSameAs(message);
    }

    @Test
    void shouldTakeTheFormatOfTheLastBecauseTheHandshakeMayBeText() {
        OutboundMessage joined = OutboundMessage.join(
                List.of(OutboundMessage.ofText("{}"), OutboundMessage.of(new byte[] {2, 3}, TransferFormat.BINARY)));

        assertThat(joined.format()).isEqualTo(TransferFormat.BINARY);
        assertThat(joined.bytes()).containsExactly('{', '}', 2, 3);
    }

    @Test
    void shouldNameFormatsAsNegotiateDoes() {
        assertThat(TransferFormat.TEXT.wireName()).isEqualTo("Text");
        assertThat(TransferFormat.BINARY.wireName()).isEqualTo("Binary");
    }
}
