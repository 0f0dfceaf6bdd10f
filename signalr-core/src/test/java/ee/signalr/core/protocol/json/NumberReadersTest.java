// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.protocol.BindingException;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReadersTest {

    private static final Class<?>[] INTEGERS = {byte.class, short.class, int.class, long.class};
    private static final int[] BITS = {8, 16, 32, 64};

    @Property(tries = 300)
    void shouldReadIntegersThatFitAndNoOthers(@ForAll("integers") BigInteger value) {
        for (int index = 0; index < INTEGERS.length; index++) {
            Class<?> type = INTEGERS[index];
            if (value.bitLength() < BITS[index]) {
                assertThat(((Number) bind(value.toString(), type)).longValue()).isEqualTo(value.longValue());
            } else {
                assertThatThrownBy(() -> bind(value.toString(), type)).isInstanceOf(BindingException.class);
            }
        }
    }

    @Property(tries = 300)
    void shouldReadDoublesLikeJava(@ForAll("decimals") BigDecimal value) {
        double expected = Double.parseDouble(value.toString());

        if (Double.isInfinite(expected)) {
            assertThatThrownBy(() -> bind(value.toString(), double.class)).isInstanceOf(BindingException.class);
        } else {
            assertThat(bind(value.toString(), double.class)).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void shouldReadFloatsLikeJava(@ForAll("decimals") BigDecimal value) {
        float expected = Float.parseFloat(value.toString());

        if (Float.isInfinite(expected)) {
            assertThatThrownBy(() -> bind(value.toString(), float.class)).isInstanceOf(BindingException.class);
        } else {
            assertThat(bind(value.toString(), float.class)).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void shouldReadDecimalsWithAllTheirDigits(@ForAll("decimals") BigDecimal value) {
        assertThat(bind(value.toString(), BigDecimal.class)).isEqualTo(value);
    }

    @Property(tries = 300)
    void shouldReadAnyIntegerAsBigInteger(@ForAll("integers") BigInteger value) {
        assertThat(bind(value.toString(), BigInteger.class)).isEqualTo(value);
    }

    @Property(tries = 300)
    void shouldReadNumbersAsWhatHoldsThem(@ForAll("integers") BigInteger value) {
        Object expected = value.bitLength() < 64 ? (Object) value.longValue() : value;

        assertThat(bind(value.toString(), Number.class)).isEqualTo(expected);
        assertThat(bind(value.toString(), Object.class)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 14, 15, 16, 17, 18, 19, 20})
    void shouldReadNumbersOfAnyLengthAlike(int digits) {
        String json = "9".repeat(digits);

        assertThat(bind(json, double.class)).isEqualTo(Double.parseDouble(json));
        assertThat(bind("-" + json, double.class)).isEqualTo(Double.parseDouble("-" + json));
        if (digits < 19) {
            assertThat(bind(json, long.class)).isEqualTo(Long.parseLong(json));
            assertThat(bind("-" + json, long.class)).isEqualTo(Long.parseLong("-" + json));
        } else {
            assertThatThrownBy(() -> bind(json, long.class)).isInstanceOf(BindingException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1099, 1100})
    void shouldReadLongNumbersUpToTheLimit(int characters) {
        assertThat(bind("7".repeat(characters), BigInteger.class)).isEqualTo(new BigInteger("7".repeat(characters)));
        assertThatThrownBy(() -> bind("7".repeat(1101), BigInteger.class))
                .hasMessage("A number of more than 1100 characters is not read");
    }

    @Provide
    Arbitrary<BigInteger> integers() {
        BigInteger border = BigInteger.TWO.pow(70);
        return Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(border.negate(), border),
                Arbitraries.integers().between(-40_000, 40_000).map(BigInteger::valueOf),
                Arbitraries.of(7, 8, 15, 16, 31, 32, 63, 64)
                        .flatMap(bits -> Arbitraries.of(-1, 0, 1)
                                .map(offset -> BigInteger.TWO.pow(bits).add(BigInteger.valueOf(offset)))),
                Arbitraries.of(7, 15, 31, 63)
                        .flatMap(bits -> Arbitraries.of(-1, 0, 1)
                                .map(offset -> BigInteger.TWO.pow(bits).negate().add(BigInteger.valueOf(offset)))));
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return integers()
                .flatMap(unscaled ->
                        Arbitraries.integers().between(-330, 330).map(scale -> new BigDecimal(unscaled, scale)));
    }
}
