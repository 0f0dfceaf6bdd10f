// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison that calls everything the same would make every recording pass. */
class MeaningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":[null]} | {\"b\":[null],\"a\":1.0}",
                "1e2 | 100",
                "\"x\" | \"\\u0078\"",
                "[true,false] | [true,false]",
            })
    void shouldCallTheSameWhatMeansTheSame(String one, String other) {
        assertThat(Meaning.same(Meaning.read(one), Meaning.read(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1} | {\"a\":1,\"b\":null}",
                "{\"a\":1} | {\"A\":1}",
                "[1,2] | [2,1]",
                "[1] | [1,1]",
                "1 | \"1\"",
                "null | false",
                "true | false",
                "\"x\" | \"X\"",
            })
    void shouldTellApartWhatDoesNot(String one, String other) {
        assertThat(Meaning.same(Meaning.read(one), Meaning.read(other))).isFalse();
    }
}
