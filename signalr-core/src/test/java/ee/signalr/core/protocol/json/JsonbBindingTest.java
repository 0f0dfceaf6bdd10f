// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.protocol;
import static ee.signalr.core.protocol.json.TestJson.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.protocol.BindingException;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JSON-B does with classes, records and types of the Java library; where it is lenient, that is recorded here. */
class JsonbBindingTest {

    private final JsonHubProtocol protocol = protocol();

    @Test
    void shouldBindRecords() {
        assertThat(bind("{\"x\":1,\"y\":2,\"label\":\"p\"}", Point.class)).isEqualTo(new Point(1, 2, "p"));
    }

    @Test
    void shouldBindClasses() {
        Numbers numbers = (Numbers) bind(
                "{\"intValue\":1,\"longValue\":2,\"boxed\":3,\"shortValue\":4,\"byteValue\":5,\"list\":[6],"
                        + "\"array\":[7],\"map\":{\"Key\":8},\"big\":9,\"ratio\":1.5}",
                Numbers.class);

        assertThat(numbers.intValue).isEqualTo(1);
        assertThat(numbers.getLongValue()).isEqualTo(2);
        assertThat(numbers.boxed).isEqualTo(3);
        assertThat(numbers.shortValue).isEqualTo((short) 4);
        assertThat(numbers.byteValue).isEqualTo((byte) 5);
        assertThat(numbers.list).containsExactly(6);
        assertThat(numbers.array).containsExactly(7);
        assertThat(numbers.map).containsExactly(Map.entry("Key", 8L));
        assertThat(numbers.big).isEqualTo(9);
        assertThat(numbers.ratio).isEqualTo(1.5);
    }

    @Test
    void shouldIgnoreCaseOfMembers() {
        assertThat(bind("{\"X\":1,\"y\":2,\"LABEL\":\"p\"}", Point.class)).isEqualTo(new Point(1, 2, "p"));
        assertThat(((Numbers) bind("{\"INTVALUE\":1}", Numbers.class)).intValue).isEqualTo(1);
    }

    @Test
    void shouldBindRecordsWithCapitalsInTheirNamesAsTheyAreWritten() {
        Guest guest = new Guest("Ann", 7, List.of(new Seat("left", 3)));
        String json = "{\"firstName\":\"Ann\",\"ticketNumber\":7,\"seats\":[{\"rowName\":\"left\",\"number\":3}]}";

        assertThat(bind(json, Guest.class)).isEqualTo(guest);
        assertThat(((Party) bind("{\"Host\":null,\"host\":" + json + "}", Party.class)).host)
                .isEqualTo(guest);
        assertThat(bind("{\"FIRSTNAME\":\"Ann\",\"ticketNumber\":7}", Guest.class))
                .isEqualTo(new Guest(null, 7, null));
    }

    /** An object with capitals in its names. */
    public record Guest(
            @Nullable String firstName,
            int ticketNumber,
            @Nullable List<Seat> seats) {}

    /** An object in a list. */
    public record Seat(String rowName, int number) {}

    /** A class that has a record. */
    public static final class Party {

        public @Nullable Guest host;
    }

    @Test
    void shouldGiveMissingMembersTheDefaultOfTheirType() {
        assertThat(bind("{\"x\":1}", Point.class)).isEqualTo(new Point(1, 0, null));
        assertThat(bind("{}", Order.class)).isEqualTo(new Order(0, null, null, false, null, Optional.empty()));
    }

    @Test
    void shouldPassOverUnknownMembers() {
        assertThat(bind("{\"x\":1,\"z\":[1,{\"a\":2}]}", Point.class)).isEqualTo(new Point(1, 0, null));
    }

    @Test
    void shouldLetTheLastOfSeveralMembersCount() {
        assertThat(bind("{\"x\":1,\"x\":2}", Point.class)).isEqualTo(new Point(2, 0, null));
    }

    @Test
    void shouldBindNestedRecords() {
        Order order = (Order) bind(
                "{\"id\":12,\"lines\":[{\"sku\":\"a\",\"qty\":1},{\"sku\":\"b\",\"qty\":2}],"
                        + "\"tags\":{\"Color\":\"red\"},\"paid\":true,\"data\":\"AQID\",\"note\":\"n\"}",
                Order.class);

        assertThat(order.id()).isEqualTo(12);
        assertThat(order.lines()).containsExactly(new Line("a", 1), new Line("b", 2));
        assertThat(order.tags()).containsExactly(Map.entry("Color", "red"));
        assertThat(order.paid()).isTrue();
        assertThat(order.data()).containsExactly(1, 2, 3);
        assertThat(order.note()).contains("n");
    }

    @Test
    void shouldBindElementsOfOwnContainers() throws Exception {
        Type lists = JsonbBindingTest.class.getDeclaredMethod("points").getGenericReturnType();

        assertThat(bind("{\"a\":[{\"x\":1},null]}", lists))
                .isEqualTo(Map.of("a", Arrays.asList(new Point(1, 0, null), null)));
        assertThat((Point[]) bind("[{\"y\":2}]", Point[].class)).containsExactly(new Point(0, 2, null));
    }

    @Test
    void shouldBindNull() {
        assertThat(bind("null", Point.class)).isNull();
        assertThat(bind("null", Instant.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[1]", "\"s\"", "5", "true", "{\"x\":\"one\"}", "{\"x\":true}", "{\"x\":null}", "{\"x\":{}}"})
    void shouldRefuseWrongTypes(String json) {
        assertThatThrownBy(() -> bind(json, Point.class))
                .isInstanceOf(BindingException.class)
                .hasMessage("JSON-B cannot read " + Point.class.getName())
                .hasCauseInstanceOf(Exception.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"intValue\":2147483648",
                "\"intValue\":1.5",
                "\"intValue\":1.0",
                "\"intValue\":1e2",
                "\"longValue\":9223372036854775808",
                "\"longValue\":1.5",
                "\"boxed\":-2147483649",
                "\"boxed\":0.5",
                "\"shortValue\":32768",
                "\"shortValue\":1.5",
                "\"byteValue\":128",
                "\"byteValue\":1.5",
                "\"list\":[4294967297]",
                "\"list\":[1.5]",
                "\"array\":[4294967297]",
                "\"array\":[1.5]",
                "\"map\":{\"a\":1.5}",
                "\"big\":1.5"
            })
    void shouldRefuseIntegersThatOverflowOrLoseFraction(String member) {
        assertThatThrownBy(() -> bind("{" + member + "}", Numbers.class)).isInstanceOf(BindingException.class);
    }

    @Test
    void shouldAcceptExtremeIntegers() {
        Numbers numbers = (Numbers) bind(
                "{\"intValue\":-2147483648,\"longValue\":9223372036854775807,\"boxed\":2147483647,\"boxed\":null}",
                Numbers.class);

        assertThat(numbers.intValue).isEqualTo(Integer.MIN_VALUE);
        assertThat(numbers.getLongValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(numbers.boxed).isNull();
    }

    @Test
    void shouldBindTimes() {
        assertThat(bind("\"1970-01-01T00:00:00Z\"", Instant.class)).isEqualTo(Instant.EPOCH);
        assertThat(bind("\"2024-05-06T07:08:09.123+02:00\"", OffsetDateTime.class))
                .isEqualTo(OffsetDateTime.parse("2024-05-06T07:08:09.123+02:00"));
        assertThat(bind("\"2024-05-06\"", LocalDate.class)).isEqualTo(LocalDate.of(2024, 5, 6));
        assertThat(bind("\"PT5S\"", Duration.class)).isEqualTo(Duration.ofSeconds(5));
        assertThat(bind("\"http://x/y\"", URI.class)).isEqualTo(URI.create("http://x/y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"not a date\"", "\"\"", "5", "[]", "true"})
    void shouldRefuseWhatIsNoTime(String json) {
        assertThatThrownBy(() -> bind(json, OffsetDateTime.class)).isInstanceOf(BindingException.class);
    }

    @Test
    void shouldLeaveMapsWithOtherKeysToJsonb() throws Exception {
        Type type = JsonbBindingTest.class.getDeclaredMethod("byNumber").getGenericReturnType();

        assertThat(bind("{\"5\":\"x\"}", type)).isEqualTo(Map.of(5, "x"));
    }

    @Test
    void shouldHonourAnnotations() {
        assertThat(bind("{\"the-name\":\"n\"}", Annotated.class)).isEqualTo(new Annotated("n"));
        assertThat(bind("\"r\"", Colour.class)).isEqualTo(Colour.RED);
        assertThatThrownBy(() -> bind("\"RED\"", Colour.class)).isInstanceOf(BindingException.class);
    }

    @Test
    void shouldTurnWhateverIsThrownIntoBindingException() {
        assertThatThrownBy(() -> bind("{\"depth\":1}", Endless.class))
                .isInstanceOf(BindingException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> bind("{}", Failing.class)).isInstanceOf(BindingException.class);
        assertThatThrownBy(() -> bind("{}", Runnable.class)).isInstanceOf(BindingException.class);
    }

    @Test
    void shouldReportMissingJsonb() {
        JsonHubProtocol without = new JsonHubProtocol(() -> {
            throw new IllegalStateException("no JSON-B here");
        });

        assertThatThrownBy(() -> without.bind(raw("{}"), Point.class))
                .isInstanceOf(BindingException.class)
                .hasRootCauseMessage("no JSON-B here");
    }

    @Test
    void shouldBeLenientInsideClassesWhereJsonbIs() {
        assertThat(bind("{\"x\":\"5\"}", Point.class)).isEqualTo(new Point(5, 0, null));
        assertThat(bind("{\"label\":5}", Point.class)).isEqualTo(new Point(0, 0, "5"));
        assertThat(bind("{\"label\":true}", Point.class)).isEqualTo(new Point(0, 0, "true"));
        assertThat(bind("{\"label\":\"\\ud83d\"}", Point.class)).isEqualTo(new Point(0, 0, "\ud83d"));
        assertThat(((Numbers) bind("{\"ratio\":1e400}", Numbers.class)).ratio).isInfinite();
    }

    @Test
    void shouldRefuseRecordsThatAreNotPublic() {
        assertThatThrownBy(() -> bind("{\"x\":1}", Hidden.class)).isInstanceOf(BindingException.class);
    }

    private Object bind(String json, Type type) {
        return protocol.bind(raw(json), type);
    }

    static Map<String, List<Point>> points() {
        return Map.of();
    }

    static Map<Integer, String> byNumber() {
        return Map.of();
    }

    record Hidden(int x) {}

    public record Point(int x, int y, String label) {}

    public record Line(String sku, int qty) {}

    @SuppressWarnings("ArrayRecordComponent")
    public record Order(
            long id, List<Line> lines, Map<String, String> tags, boolean paid, byte[] data, Optional<String> note) {}

    public static class Numbers {
        public int intValue;
        public Integer boxed;
        public short shortValue;
        public byte byteValue;
        public List<Integer> list;
        public int[] array;
        public Map<String, Long> map;
        public BigInteger big;
        public double ratio;
        private long longValue;

        public long getLongValue() {
            return longValue;
        }

        public void setLongValue(long value) {
            longValue = value;
        }
    }

    public record Annotated(String name) {
        @JsonbCreator
        public static Annotated of(@JsonbProperty("the-name") String name) {
            return new Annotated(name);
        }
    }

    @JsonbTypeAdapter(ColourAdapter.class)
    public enum Colour {
        RED
    }

    public static class ColourAdapter implements JsonbAdapter<Colour, String> {
        @Override
        public String adaptToJson(Colour colour) {
            return "r";
        }

        @Override
        public Colour adaptFromJson(String text) {
            if (!text.equals("r")) {
                throw new IllegalArgumentException(text);
            }
            return Colour.RED;
        }
    }

    public static class Endless {
        public void setDepth(int depth) {
            setDepth(depth + 1);
        }
    }

    public static class Failing {
        public Failing() {
            throw new IllegalStateException("on purpose");
        }
    }
}
