// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members whose names mean something elsewhere, and members that come twice: what is declared is bound, and nothing else happens. */
class HarmlessMembersTest {

    private final MessagePackHubProtocol protocol = TestPack.protocol();

    record Point(int x, int y) {}

    private static String text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(new byte[] {(byte) (0xa0 | bytes.length)})
                + HexFormat.of().formatHex(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@class", "$type", "class", "getClass", "__proto__", "constructor", "java.lang.Runtime"})
    void shouldBindTheDeclaredTypeWhateverAMemberIsCalled(String name) {
        String members = "83" + text(name) + text("java.lang.Thread") + "a15801a15902";

        assertThat(TestPack.bind(protocol, members, Point.class)).isEqualTo(new Point(1, 2));
    }

    @Test
    void shouldKeepThemAsTheyAreWhereAnyMemberIsWelcome() {
        Map<?, ?> bound = (Map<?, ?>) TestPack.bind(protocol, "81" + text("__proto__") + "01", Object.class);

        assertThat(bound.keySet()).hasToString("[__proto__]");
    }

    @Test
    void shouldLetOneOfTwoMembersCount() {
        Point point = (Point) TestPack.bind(protocol, "83a15801a15802a15903", Point.class);
        Map<?, ?> map = (Map<?, ?>) TestPack.bind(protocol, "82a16101a16102", Object.class);

        assertThat(List.of(1, 2)).contains(point.x());
        assertThat(map).hasSize(1);
    }
}
