// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @ParameterizedTest
    @CsvSource({
        "id=x, x",
        "ID=x, x",
        "iD=x&id=y, x",
        "a=b&id=x, x",
        "a=b&id=x&c=d, x",
        "id=a%2Bb%20c, 'a+b c'",
        "id=a+b, 'a b'",
        "id=%E2%82%AC, €",
        "id=a=b, a=b",
        "%69d=x, x",
        "id=100%, 100%",
        "id=%zz, %zz"
    })
    void shouldFindAParameterIgnoringTheCaseOfItsName(String query, String value) {
        assertThat(QueryString.parameter(query, "id")).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "xid=1", "idx=1", "a=id", "&&", "=x"})
    void shouldFindNoParameterThatIsNotThere(String query) {
        assertThat(QueryString.parameter(query, "id")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "id=", "a=b&id&c=d"})
    void shouldFindAnEmptyParameter(String query) {
        assertThat(QueryString.parameter(query, "id")).contains("");
    }

    @Test
    void shouldFindNothingWithoutAQuery() {
        assertThat(QueryString.parameter(null, "id")).isEmpty();
        assertThat(QueryString.parameters(null)).isEmpty();
    }

    @Test
    void shouldListAllParametersInOrder() {
        Map<String, List<String>> all = QueryString.parameters("b=1&a=2&b=3&c&=x&&d%20e=%C3%BC");

        assertThat(all)
                .containsExactly(
                        entry("b", List.of("1", "3")),
                        entry("a", List.of("2")),
                        entry("c", List.of("")),
                        entry("", List.of("x")),
                        entry("d e", List.of("ü")));
    }

    @Test
    void shouldNotLetItsListBeChanged() {
        Map<String, List<String>> all = QueryString.parameters("a=1");

        assertThatThrownBy(() -> all.put("b", List.of())).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> all.get("a").add("2")).isInstanceOf(UnsupportedOperationException.class);
    }
}
