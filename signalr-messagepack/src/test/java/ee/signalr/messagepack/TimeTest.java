// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.protocol.BindingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates and times in the forms of .NET. */
class TimeTest {

    private final MessagePackHubProtocol protocol = TestPack.protocol();

    static Stream<Arguments> both() {
        return Stream.of(
                Arguments.of("d6ff00000001", Instant.ofEpochSecond(1)),
                Arguments.of("d7ff7735940000000001", Instant.ofEpochSecond(1, 500_000_000)),
                Arguments.of("c70cff00000000ffffffffffffffff", Instant.ofEpochSecond(-1)),
                Arguments.of("d6ff00000001", new Date(1000)),
                Arguments.of("d6ff00000001", LocalDateTime.of(1970, 1, 1, 0, 0, 1)),
                // one o'clock in a zone two hours ahead: the local time as if it were UTC, and the minutes
                Arguments.of("92d6ff00000e1078", OffsetDateTime.of(1970, 1, 1, 1, 0, 0, 0, ZoneOffset.ofHours(2))),
                Arguments.of("92d6ff00000e10d0c4", OffsetDateTime.of(1970, 1, 1, 1, 0, 0, 0, ZoneOffset.ofHours(-1))),
                Arguments.of("92d6ff00000e1078", ZonedDateTime.of(1970, 1, 1, 1, 0, 0, 0, ZoneOffset.ofHours(2))),
                Arguments.of("00", LocalDate.of(1, 1, 1)),
                Arguments.of("ce000af93a", LocalDate.of(1970, 1, 1)),
                Arguments.of("cf000000649534e000", LocalTime.NOON),
                Arguments.of("ce00989680", Duration.ofSeconds(1)),
                Arguments.of("ff", Duration.ofNanos(-100)),
                text(OffsetTime.of(1, 2, 3, 0, ZoneOffset.UTC)),
                text(Year.of(2026)),
                text(YearMonth.of(2026, 11)),
                text(Period.ofDays(3)),
                text(ZoneOffset.ofHours(1)));
    }

    @ParameterizedTest
    @MethodSource("both")
    void shouldReadAndWriteAlike(String hex, Object value) {
        assertThat(TestPack.value(protocol, value)).isEqualTo(hex);
        assertThat(TestPack.bind(protocol, hex, value.getClass())).isEqualTo(value);
    }

    static Stream<Object> iso() {
        return Stream.of(
                Instant.ofEpochSecond(1),
                LocalDateTime.of(2026, 11, 22, 1, 2, 3),
                OffsetDateTime.of(2026, 11, 22, 1, 2, 3, 0, ZoneOffset.ofHours(2)),
                ZonedDateTime.of(2026, 11, 22, 1, 2, 3, 0, ZoneId.of("Europe/Berlin")),
                LocalDate.of(2026, 11, 22),
                LocalTime.of(1, 2, 3),
                Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @MethodSource("iso")
    void shouldReadTextInIsoFormToo(Object value) {
        assertThat(TestPack.bind(protocol, hex(value.toString()), value.getClass()))
                .isEqualTo(value);
    }

    @Test
    void shouldReadADateOfJavaScriptWhereAnOffsetIsExpected() {
        assertThat(TestPack.bind(protocol, "d6ff00000001", OffsetDateTime.class))
                .isEqualTo(OffsetDateTime.of(1970, 1, 1, 0, 0, 1, 0, ZoneOffset.UTC));
    }

    @Test
    void shouldReadADateAsText() {
        assertThat(TestPack.bind(protocol, hex("1970-01-01T00:00:01Z"), Date.class))
                .isEqualTo(new Date(1000));
    }

    @Test
    void shouldWriteWholeMinutesOfOffsetsAndTheSamePointInTime() {
        OffsetDateTime odd = OffsetDateTime.of(1970, 1, 1, 1, 0, 30, 0, ZoneOffset.ofTotalSeconds(3630));

        assertThat(TestPack.value(protocol, odd)).isEqualTo("92d6ff00000e103c");
    }

    @Test
    void shouldWriteCalendarsAsPointsInTime() {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(1000);

        assertThat(TestPack.value(protocol, calendar)).isEqualTo("d6ff00000001");
    }

    @ParameterizedTest
    @CsvSource({
        "d6ff00000001, java.time.LocalDate",
        "01, java.time.Instant",
        "d40001, java.time.Instant",
        "c703ff000000, java.time.Instant",
        "c70cff000000007fffffffffffffff, java.time.Instant",
        "c70cffffffffff7fffffffffffffff, java.time.Instant",
        "91d6ff00000001, java.time.OffsetDateTime",
        "92d6ff00000001cd7fff, java.time.OffsetDateTime",
        "9201ff, java.time.OffsetDateTime",
        "cf7fffffffffffffff, java.time.LocalTime",
        "a161, java.time.Period",
        "a161, java.time.LocalDate"
    })
    void shouldRefuseWhatDoesNotFit(String hex, String type) throws ClassNotFoundException {
        Class<?> target = Class.forName(type);

        assertThatThrownBy(() -> TestPack.bind(protocol, hex, target)).isInstanceOf(BindingException.class);
    }

    private static Arguments text(Object value) {
        return Arguments.of(hex(value.toString()), value);
    }

    private static String hex(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String start = bytes.length < 32 ? "%02x".formatted(0xA0 + bytes.length) : "d9%02x".formatted(bytes.length);
        return start + HexFormat.of().formatHex(bytes);
    }
}
