// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"00010203-0405-0607-0809-0a0b0c0d0e0f", "00010203-0405-0607-0809-0A0B0C0D0E0F"})
    void shouldReadUuidsOfEitherCase(String text) {
        assertThat(TextValues.uuid(text)).isEqualTo(new UUID(0x0001020304050607L, 0x08090a0b0c0d0e0fL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-2-3-4-5", "000102030405060708090a0b0c0d0e0f", "{00010203-0405-0607-0809-0a0b0c0d0e0f}"})
    void shouldRefuseUuidsOfAnotherForm(String text) {
        assertThatThrownBy(() -> TextValues.uuid(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseNumbersThatAreTooLong() {
        assertThatCode(() -> TextValues.checkNumberLength(1100)).doesNotThrowAnyException();
        assertThatThrownBy(() -> TextValues.checkNumberLength(1101)).isInstanceOf(BindingException.class);
    }
}
