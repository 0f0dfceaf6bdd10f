// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader that reads everything alike would make every recording pass. */
class PackedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "950380a13103a178 | [3,{},\"1\",3,\"x\"]",
                "9307c0c2 | [7,null,false]",
                "91cf7fffffffffffffff | [9223372036854775807]",
                "91cb400a000000000000 | [3.25]",
                "91c403010203 | [{\"bytes\":\"010203\"}]",
                "91d6ff386d4380 | [{\"bytes\":\"386d4380\",\"type\":-1}]",
                "9182a16101a142c3 | [{\"a\":1,\"B\":true}]",
            })
    void shouldReadEveryKindOfValue(String hex, String json) {
        assertThat(Packed.read(HexFormat.of().parseHex(hex))).hasToString(json);
    }

    @Test
    void shouldRefuseBytesBehindTheValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> Packed.read(new byte[] {(byte) 0x90, 0}));
    }

    @Test
    void shouldWriteWhatItReads() {
        byte[] message = Packed.array(1, Map.of(), Packed.NIL, "echo", List.of("x", 300));
        assertThat(Packed.read(message)).hasToString("[1,{},null,\"echo\",[\"x\",300]]");
    }

    @Test
    void shouldCutFramesWhereTheyWereJoined() {
        byte[] large = new byte[300];
        byte[] frame = HexFormat.of().parseHex("ac02" + HexFormat.of().formatHex(large) + "0100");
        assertThat(PackedFrames.split(frame)).containsExactly(large, new byte[1]);
        assertThat(PackedFrames.frame(large)).startsWith(0xac, 0x02).hasSize(302);
    }
}
