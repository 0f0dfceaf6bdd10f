// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HttpReply;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Raw answers of HTTP, server-sent events and WebSockets, one test each. */
@Tag("portable")
@ExtendWith(SharedServer.class)
class WireSamplesIT {

    private final Map<Dialogue, Map<String, HttpReply>> held = new EnumMap<>(Dialogue.class);

    @Test
    void shouldNameEverySampleAsCheckedOrWithTheReasonWhyNot() {
        List<String> titles = SampleTable.rows().stream().map(SampleRow::title).toList();
        assertThat(titles).doesNotHaveDuplicates();
        assertThat(titles)
                .containsExactlyInAnyOrderElementsOf(
                        Sample.all().stream().map(Sample::title).toList());
        assertThat(SampleTable.rows())
                .allMatch(row -> row.isChecked() == row.reason().isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerAsRecorded(TestServer server) {
        return SampleTable.rows().stream()
                .filter(SampleRow::isChecked)
                .map(row -> DynamicTest.dynamicTest(row.title(), () -> check(row, server.port())));
    }

    private void check(SampleRow row, int port) {
        Sample sample = Sample.all().stream()
                .filter(one -> one.title().equals(row.title()))
                .findFirst()
                .orElseThrow();
        if (row.dialogue() == Dialogue.WEB_SOCKET) {
            WebSocketDialogues.check(sample, port);
        } else if (row.dialogue() == Dialogue.MESSAGE_PACK) {
            MessagePackDialogues.check(sample, port);
        } else {
            HttpReply reply = held.computeIfAbsent(row.dialogue(), dialogue -> hold(dialogue, port))
                    .get(row.title());
            assertThat(reply).as("the dialogue's answer").isNotNull();
            HttpComparison.check(sample, reply);
        }
    }

    private static Map<String, HttpReply> hold(Dialogue dialogue, int port) {
        return switch (dialogue) {
            case NEGOTIATE -> HttpDialogues.negotiate(port);
            case REFUSALS -> HttpDialogues.refusals(port);
            case LONG_POLLING -> LongPollingDialogue.hold(port);
            case EVENTS -> HttpDialogues.events(port);
            case OF_A_WEB_SOCKET -> HttpDialogues.ofWebSocket(port);
            case MESSAGE_PACK_HTTP -> HttpDialogues.messagePack(port);
            case WEB_SOCKET, MESSAGE_PACK, NONE ->
                throw new IllegalArgumentException(dialogue + " is not held by HTTP");
        };
    }
}
