// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.HubEncodingException;
import ee.signalr.PropertyNaming;
import ee.signalr.core.protocol.BindingException;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records and classes as maps of their members. */
class ObjectTest {

    private final MessagePackHubProtocol protocol = TestPack.protocol();

    record Point(int x, int y, @Nullable String label) {}

    record Line(@Nullable String sku, int qty) {}

    record Order(
            long id, @Nullable List<Line> lines, @Nullable Map<String, String> tags, boolean paid) {}

    @Test
    void shouldReadAndWriteRecordsAsRecorded() {
        String point = "83a15801a15902a54c6162656ca170";
        String order = "84a249640ca54c696e65739182a3536b75a161a351747901a45461677381a5436f6c6f72a3726564a450616964c3";

        assertThat(bind(point, Point.class)).isEqualTo(new Point(1, 2, "p"));
        assertThat(write(new Point(1, 2, "p"))).isEqualTo(point);
        Object read = bind(order, Order.class);
        assertThat(read).isEqualTo(new Order(12, List.of(new Line("a", 1)), Map.of("Color", "red"), true));
        assertThat(write(read)).isEqualTo(order);
    }

    @Test
    void shouldPassOverUnknownMembersAndLeaveAbsentOnesAtTheirDefaults() {
        assertThat(bind("82a15801a15a920181a16102", Point.class)).isEqualTo(new Point(1, 0, null));
        assertThat(write(new Point(1, 0, null))).isEqualTo("83a15801a15900a54c6162656cc0");
        assertThat(bind("80", Point.class)).isEqualTo(new Point(0, 0, null));
        assertThat(bind("81a17801", Point.class)).as("names count exactly").isEqualTo(new Point(0, 0, null));
        assertThat(bind("c0", Point.class)).isNull();
    }

    @Test
    void shouldRefuseWhatIsNoMapOfMembers() {
        for (String hex : List.of("920102", "01", "a161", "810101", "81a158c0", "81a158a161", "81a158", "82a15801")) {
            assertThatThrownBy(() -> bind(hex, Point.class)).as(hex).isInstanceOf(BindingException.class);
        }
    }

    @Test
    void shouldNameMembersAsConfigured() {
        MessagePackHubProtocol lower = new MessagePackHubProtocol(PropertyNaming.LOWER_CAMEL_CASE);
        MessagePackHubProtocol declared = new MessagePackHubProtocol(PropertyNaming.AS_DECLARED);

        assertThat(TestPack.value(lower, new Odd(1))).isEqualTo("81a46e616d6501");
        assertThat(TestPack.value(declared, new Odd(1))).isEqualTo("81a44e616d6501");
        assertThat(TestPack.bind(lower, "81a46e616d6505", Odd.class)).isEqualTo(new Odd(5));
        assertThat(TestPack.bind(declared, "81a44e616d6505", Odd.class)).isEqualTo(new Odd(5));
    }

    record Odd(int Name) {}

    record Absent(
            Optional<String> text,
            OptionalInt small,
            OptionalLong large,
            OptionalDouble real,
            double plain,
            char letter) {}

    @Test
    void shouldGiveAbsentMembersTheEmptyOptional() {
        assertThat(bind("80", Absent.class))
                .isEqualTo(new Absent(
                        Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty(), 0, '\0'));
    }

    /** A bean with a superclass, a public field, a getter alone, and things that do not count. */
    public static class Animal {
        private @Nullable String name = "nobody";
        private int age;
        public boolean tame;
        private final int secret = 5;
        static int count = 3;
        transient int cache = 4;

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String value) {
            name = value;
        }

        public int getAge() {
            return age;
        }

        protected void setAge(int value) {
            age = value;
        }

        int getSecret() {
            return secret;
        }
    }

    /** A subclass. */
    public static class Dog extends Animal {
        private List<String> tricks = List.of();

        public List<String> getTricks() {
            return tricks;
        }

        public void setTricks(List<String> value) {
            tricks = value;
        }

        public boolean isClever() {
            return tricks.size() > 1;
        }
    }

    @Test
    void shouldReadAndWriteBeans() {
        Dog dog = (Dog)
                bind("85a44e616d65a3526578a3416765 07a454616d65c3a6547269636b7392a161a162a6436c65766572c2", Dog.class);

        assertThat(dog.getName()).isEqualTo("Rex");
        assertThat(dog.getAge()).as("there is no public setter").isZero();
        assertThat(dog.tame).isTrue();
        assertThat(dog.getTricks()).containsExactly("a", "b");
        assertThat(write(dog))
                .isEqualTo("85a44e616d65a3526578a341676500a454616d65c3a6547269636b7392a161a162a6436c65766572c3");
        assertThat(((Dog) bind("81a44e616d65c0", Dog.class)).getName()).isNull();
        assertThat(((Dog) bind("80", Dog.class)).getName()).isEqualTo("nobody");
    }

    /** Annotated. */
    public static class Annotated {
        @JsonbProperty("first")
        private String a = "";

        private String b = "";

        @JsonbTransient
        public String c = "c";

        public String getA() {
            return a;
        }

        public void setA(String value) {
            a = value;
        }

        @JsonbProperty("second")
        public String getB() {
            return b;
        }

        public void setB(String value) {
            b = value;
        }
    }

    record Renamed(
            @JsonbProperty("n") int number, @JsonbTransient String hidden) {}

    /** Made by a constructor of its own. */
    public static final class Created {
        private final String name;
        private final int size;

        private Created(String name, int size) {
            this.name = name;
            this.size = size;
        }

        @JsonbCreator
        public static Created of(@JsonbProperty("name") String name, @JsonbProperty("size") int size) {
            if (size < 0) {
                throw new IllegalArgumentException("negative");
            }
            return new Created(name, size);
        }

        public String getName() {
            return name;
        }

        public int getSize() {
            return size;
        }
    }

    @Test
    void shouldHonourTheAnnotationsOfJsonb() {
        Annotated annotated = (Annotated) bind("83a56669727374a161a67365636f6e64a162a143a178", Annotated.class);

        assertThat(annotated.getA()).isEqualTo("a");
        assertThat(annotated.getB()).isEqualTo("b");
        assertThat(annotated.c).isEqualTo("c");
        assertThat(write(annotated)).isEqualTo("82a56669727374a161a67365636f6e64a162");
        assertThat(write(new Renamed(3, "x"))).isEqualTo("81a16e03");
        assertThat(bind("82a16e03a668696464656ea178", Renamed.class)).isEqualTo(new Renamed(3, null));
        Created created = (Created) bind("82a473697a6505a46e616d65a161", Created.class);
        assertThat(created.getName()).isEqualTo("a");
        assertThat(created.getSize()).isEqualTo(5);
    }

    @Test
    void shouldTellWhatAConstructorThrows() {
        assertThatThrownBy(() -> bind("81a473697a65ff", Created.class))
                .isInstanceOf(BindingException.class)
                .hasRootCauseMessage("negative");
    }

    record Page<T>(List<T> items, @Nullable Page<T> next) {}

    /** Holds a page of points. */
    @SuppressWarnings("unused")
    private static final class Holder {
        private Page<Point> page;
    }

    @Test
    void shouldKnowTheTypeArgumentsOfGenericTypesThatReferToThemselves() throws NoSuchFieldException {
        Type type = Holder.class.getDeclaredField("page").getGenericType();

        Object page = bind("82a54974656d739181a15801a44e65787482a54974656d7390a44e657874c0", type);

        assertThat(page).isEqualTo(new Page<>(List.of(new Point(1, 0, null)), new Page<Point>(List.of(), null)));
    }

    interface Shape {}

    /** Cannot be made. */
    public abstract static class Unmakable {}

    /** Its accessor fails. */
    public static final class Failing {
        public int getNumber() {
            throw new IllegalStateException("on purpose");
        }
    }

    /** Refers to itself. */
    public static final class Self {
        public final Self self = this;
    }

    @Test
    void shouldSayWhatCannotBeMadeOrWritten() {
        assertThatThrownBy(() -> bind("80", Shape.class)).isInstanceOf(BindingException.class);
        assertThatThrownBy(() -> bind("80", Unmakable.class)).isInstanceOf(BindingException.class);
        assertThatThrownBy(() -> write(new Failing()))
                .isInstanceOf(HubEncodingException.class)
                .hasRootCauseMessage("on purpose");
        assertThatThrownBy(() -> write(new Self())).isInstanceOf(HubEncodingException.class);
        assertThatThrownBy(() -> write(String.class)).isInstanceOf(HubEncodingException.class);
        assertThat(write(new Object())).isEqualTo("80");
    }

    private String write(Object value) {
        return TestPack.value(protocol, value);
    }

    private @Nullable Object bind(String hex, Type type) {
        return TestPack.bind(protocol, hex, type);
    }
}
