// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.scanner;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberTest {

    @ParameterizedTest
    @EnumSource
    void shouldBeFoundByName(Member member) {
        assertThat(named("\"" + member.wireName() + "\"")).isEqualTo(member);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void shouldBeFoundByEscapedName(Member member) {
        String name = member.wireName();
        String escaped = String.format("\"\\u%04x%s\"", (int) name.charAt(0), name.substring(1));

        assertThat(named(escaped)).isEqualTo(member);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void shouldNotBeFoundByNameInOtherCase(Member member) {
        String name = member.wireName();

        assertThat(named("\"" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "\""))
                .isEqualTo(Member.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "typ", "types", "itemm", "resulT", "aVeryLongNameOfAMember", "\\ud83d", "t\\u00e4pe"})
    void shouldNotKnowOthers(String name) {
        assertThat(named("\"" + name + "\"")).isEqualTo(Member.UNKNOWN);
    }

    private static Member named(String json) {
        JsonScanner scanner = scanner(json);
        scanner.string();
        return Member.named(scanner);
    }
}
