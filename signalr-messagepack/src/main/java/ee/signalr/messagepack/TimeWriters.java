// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Writes dates and times in the forms that {@link TimeReaders} tells. Stateless. */
final class TimeWriters {

    private static final int SECONDS_PER_MINUTE = 60;

    private TimeWriters() {}

    /** The writer of a class; null if it is no date and no time. */
    static @Nullable ValueWriter of(Class<?> type) {
        if (type == Instant.class) {
            return (out, value) -> timestamp(out, (Instant) value);
        }
        if (type == LocalDateTime.class) {
            return (out, value) -> timestamp(out, ((LocalDateTime) value).toInstant(ZoneOffset.UTC));
        }
        if (type == OffsetDateTime.class) {
            return (out, value) -> dateWithOffset(out, (OffsetDateTime) value);
        }
        if (type == ZonedDateTime.class) {
            return (out, value) -> dateWithOffset(out, ((ZonedDateTime) value).toOffsetDateTime());
        }
        if (type == LocalDate.class) {
            return (out, value) ->
                    out.packer().packLong(ChronoUnit.DAYS.between(TimeReaders.FIRST_DAY, (LocalDate) value));
        }
        if (type == LocalTime.class) {
            return (out, value) ->
                    out.packer().packLong(((LocalTime) value).toNanoOfDay() / TimeReaders.NANOS_PER_TICK);
        }
        return type == Duration.class ? (out, value) -> out.packer().packLong(ticks((Duration) value)) : ofKind(type);
    }

    private static @Nullable ValueWriter ofKind(Class<?> type) {
        if (Date.class.isAssignableFrom(type)) {
            return (out, value) -> timestamp(out, Instant.ofEpochMilli(((Date) value).getTime()));
        }
        if (Calendar.class.isAssignableFrom(type)) {
            return (out, value) -> timestamp(out, ((Calendar) value).toInstant());
        }
        boolean text = TemporalAccessor.class.isAssignableFrom(type)
                || TemporalAmount.class.isAssignableFrom(type)
                || ZoneId.class.isAssignableFrom(type);
        return text ? (out, value) -> out.packer().packString(value.toString()) : null;
    }

    private static void timestamp(ValueOutput out, Instant instant) throws IOException {
        out.packer().packTimestamp(instant);
    }

    /** The reference knows whole minutes only. */
    private static void dateWithOffset(ValueOutput out, OffsetDateTime value) throws IOException {
        int minutes = value.getOffset().getTotalSeconds() / SECONDS_PER_MINUTE;
        OffsetDateTime rounded = value.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(minutes * SECONDS_PER_MINUTE));
        out.packer().packArrayHeader(2);
        timestamp(out, rounded.toLocalDateTime().toInstant(ZoneOffset.UTC));
        out.packer().packInt(minutes);
    }

    private static long ticks(Duration duration) {
        return Math.addExact(
                Math.multiplyExact(duration.getSeconds(), TimeReaders.TICKS_PER_SECOND),
                (long) duration.getNano() / TimeReaders.NANOS_PER_TICK);
    }
}
