// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.msgpack.Packed;
import ee.signalr.it.msgpack.PackedFrames;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SharedServer;
import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import jakarta.json.JsonArray;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MessagePack that lies about its lengths or is nested deeply. */
@ExtendWith(SharedServer.class)
class MessagePackMisuseIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String HANDSHAKE = "{\"protocol\":\"messagepack\",\"version\":1}" + HubSocket.RECORD_SEPARATOR;
    private static final int CLOSE = 7;
    private static final String ECHO_FLAG = HexFormat.of().formatHex("echoFlag".getBytes(StandardCharsets.US_ASCII));

    private RawWebSocket socket;

    @BeforeEach
    void open(LibertyServer server) {
        socket = RawWebSocket.open(server.port(), "/it/values");
        socket.text(HANDSHAKE);
        assertThat(socket.next(LIMIT)).get().isInstanceOf(Incoming.Message.class);
    }

    @AfterEach
    void close() {
        socket.close();
    }

    private JsonArray next() {
        Incoming.Message frame = (Incoming.Message) socket.next(LIMIT).orElseThrow();
        return Packed.read(PackedFrames.split(frame.bytes()).get(0)).asJsonArray();
    }

    private void expectItGoesOn() {
        socket.binary(PackedFrames.frame(Packed.array(1, Map.of(), "on", "echoShade", List.of("RED"))));
        assertThat(next()).hasToString("[3,{},\"on\",3,\"RED\"]");
    }

    /** Lengths of four gigabytes in front of nothing: of the message's array, texts and the headers' map. */
    @ParameterizedTest
    @ValueSource(strings = {"ddffffffff0180a131", "950180dbffffffff", "950180a131dbffffffff", "9501dfffffffff"})
    void shouldCloseOnLengthsThatLie(String message) {
        socket.binary(PackedFrames.frame(HexFormat.of().parseHex(message)));
        JsonArray close = next();
        assertThat(close.getInt(0)).isEqualTo(CLOSE);
        assertThat(close.getString(1)).startsWith("Connection closed with an error.");
        assertThat(socket.end(LIMIT)).isEqualTo(1000);
    }

    /** The same of what is an argument, where one bad call is one error: a text, bytes, the arguments, an array and a map. */
    @ParameterizedTest
    @ValueSource(strings = {"91dbffffffff", "91c6ffffffff", "ddffffffff", "91ddffffffff", "91dfffffffff"})
    void shouldRefuseCallsWhoseArgumentsLie(String arguments) {
        socket.binary(PackedFrames.frame(HexFormat.of().parseHex("950180a131a8" + ECHO_FLAG + arguments)));
        JsonArray refusal = next();
        assertThat(refusal.getInt(0)).isEqualTo(3);
        assertThat(refusal.getString(4)).isEqualTo("Failed to invoke 'echoFlag' due to an error on the server.");
        expectItGoesOn();
    }

    /** 30,000 arrays, one in another, where a value is due. */
    @Test
    void shouldNotFollowDeepNesting() {
        for (String target : new String[] {"echoTicket", "echoShade", "echoOptional"}) {
            socket.binary(PackedFrames.frame(nested(target)));
            JsonArray answer = next();
            assertThat(answer.getInt(0)).isIn(3, CLOSE);
            if (answer.getInt(0) == CLOSE) {
                return;
            }
            assertThat(answer.getString(4)).contains("Failed to invoke '" + target + "'");
        }
        expectItGoesOn();
    }

    private static byte[] nested(String target) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(HexFormat.of().parseHex("950180a131"));
        message.writeBytes(new byte[] {(byte) (0xa0 + target.length())});
        message.writeBytes(target.getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(HexFormat.of().parseHex("91".repeat(30_000)));
        message.write(1);
        return message.toByteArray();
    }

    @Test
    void shouldIgnoreTypesThatItDoesNotKnow() {
        socket.binary(PackedFrames.frame(Packed.array(99, Map.of(), "x")));
        expectItGoesOn();
    }

    @Test
    void shouldCloseOnAMessageOverTheLimit() {
        socket.binary(PackedFrames.frame(Packed.array(1, Map.of(), "1", "echoOptional", List.of("x".repeat(32_768)))));
        assertThat(next().getInt(0)).isEqualTo(CLOSE);
        assertThat(socket.end(LIMIT)).isEqualTo(1000);
    }
}
