// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.scanner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.protocol.HubProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberReaderTest {

    @Test
    void shouldOpenObjects() {
        JsonScanner scanner = scanner(" {\"a\":1}");

        MemberReader.startMessage(scanner);

        assertThat(scanner.nextMember()).isTrue();
        assertThat(scanner.text()).isEqualTo("a");
    }

    @Test
    void shouldReadStrings() {
        assertThat(MemberReader.string(scanner(" \"x\\n\""), "m")).isEqualTo("x\n");
    }

    @Test
    void shouldReadIntegersOrNull() {
        assertThat(MemberReader.intOrNull(scanner("-2147483648"), "m")).isEqualTo(Integer.MIN_VALUE);
        assertThat(MemberReader.intOrNull(scanner("null"), "m")).isNull();
        assertThat(MemberReader.longOrNull(scanner("-9223372036854775808"), "m"))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(MemberReader.longOrNull(scanner("null"), "m")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "\"1\"", "true", "[]", "{}", "2147483648", "-2147483649"})
    void shouldRefuseWhatIsNoInt(String json) {
        assertThatThrownBy(() -> MemberReader.intOrNull(scanner(json), "m"))
                .isInstanceOf(HubProtocolException.class)
                .hasMessage("Expected 'm' to be of type Number.");
    }

    @Test
    void shouldReadBooleans() {
        JsonScanner scanner = scanner("[true,false]");
        scanner.startArray();

        assertThat(scanner.nextElement()).isTrue();
        assertThat(MemberReader.bool(scanner, "m")).isTrue();
        assertThat(scanner.nextElement()).isTrue();
        assertThat(MemberReader.bool(scanner, "m")).isFalse();
        assertThat(scanner.nextElement()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul", "trux", "-", "\"a\n"})
    void shouldPreferToSayThatItIsNotJson(String json) {
        assertThatThrownBy(() -> MemberReader.require(scanner(json), JsonToken.OBJECT, "m", "X"))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void shouldNotReadContainersToSayThatTheyAreWrong() {
        assertThatThrownBy(() -> MemberReader.require(scanner("[no json"), JsonToken.STRING, "m", "String"))
                .isInstanceOf(HubProtocolException.class)
                .hasMessage("Expected 'm' to be of type String.");
    }
}
