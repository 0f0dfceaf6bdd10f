// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.BindingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.msgpack.value.ValueType;

/**
 * Reads dates and times in the reference's forms: points in time as timestamp extension; a date and time with an offset as an array
 * of the local time, as if it were UTC, and the minutes of the offset; dates as days since 0001-01-01; times of day and durations
 * as ticks of 100 nanoseconds. All are read from ISO-8601 text too, and types without a peer there from that alone. Stateless.
 */
final class TimeReaders {

    /** A tick of .NET. */
    static final int NANOS_PER_TICK = 100;

    static final long TICKS_PER_SECOND = 10_000_000;
    /** The day with the number zero in .NET. */
    static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private static final int SECONDS_PER_MINUTE = 60;

    private TimeReaders() {}

    /** The readers by type. */
    static Map<Class<?>, ValueReader> all() {
        Map<Class<?>, ValueReader> readers = new HashMap<>();
        readers.put(Instant.class, textOr(Instant::parse, TimeReaders::instant));
        readers.put(Date.class, textOr(text -> Date.from(Instant.parse(text)), in -> Date.from(instant(in))));
        readers.put(LocalDateTime.class, textOr(LocalDateTime::parse, TimeReaders::localDateTime));
        readers.put(OffsetDateTime.class, textOr(OffsetDateTime::parse, TimeReaders::offsetDateTime));
        readers.put(
                ZonedDateTime.class,
                textOr(ZonedDateTime::parse, in -> offsetDateTime(in).toZonedDateTime()));
        readers.put(LocalDate.class, textOr(LocalDate::parse, TimeReaders::localDate));
        readers.put(LocalTime.class, textOr(LocalTime::parse, TimeReaders::localTime));
        readers.put(Duration.class, textOr(Duration::parse, TimeReaders::duration));
        readers.put(OffsetTime.class, text(OffsetTime::parse));
        readers.put(Year.class, text(Year::parse));
        readers.put(YearMonth.class, text(YearMonth::parse));
        readers.put(MonthDay.class, text(MonthDay::parse));
        readers.put(Period.class, text(Period::parse));
        readers.put(ZoneId.class, text(ZoneId::of));
        readers.put(ZoneOffset.class, text(ZoneOffset::of));
        return readers;
    }

    static Instant instant(ValueInput input) throws IOException {
        return input.unpacker().unpackTimestamp();
    }

    private static LocalDateTime localDateTime(ValueInput input) throws IOException {
        return LocalDateTime.ofInstant(instant(input), ZoneOffset.UTC);
    }

    private static OffsetDateTime offsetDateTime(ValueInput input) throws IOException {
        if (input.type() == ValueType.EXTENSION) {
            return instant(input).atOffset(ZoneOffset.UTC);
        }
        if (input.enterArray() != 2) {
            throw new BindingException("A date with an offset has two parts");
        }
        LocalDateTime local = localDateTime(input);
        int minutes = input.unpacker().unpackShort();
        input.leave();
        return local.atOffset(ZoneOffset.ofTotalSeconds(minutes * SECONDS_PER_MINUTE));
    }

    private static LocalDate localDate(ValueInput input) throws IOException {
        return FIRST_DAY.plusDays(input.unpacker().unpackInt());
    }

    private static LocalTime localTime(ValueInput input) throws IOException {
        return LocalTime.ofNanoOfDay(Math.multiplyExact(input.unpacker().unpackLong(), (long) NANOS_PER_TICK));
    }

    private static Duration duration(ValueInput input) throws IOException {
        long ticks = input.unpacker().unpackLong();
        return Duration.ofSeconds(
                Math.floorDiv(ticks, TICKS_PER_SECOND), Math.floorMod(ticks, TICKS_PER_SECOND) * NANOS_PER_TICK);
    }

    private static ValueReader textOr(Function<String, Object> parser, ValueReader other) {
        ValueReader text = text(parser);
        return input -> input.type() == ValueType.STRING ? text.read(input) : other.read(input);
    }

    private static ValueReader text(Function<String, Object> parser) {
        return input -> parser.apply(input.unpacker().unpackString());
    }
}
