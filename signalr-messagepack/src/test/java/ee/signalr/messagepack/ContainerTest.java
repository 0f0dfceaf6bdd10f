// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.HubEncodingException;
import ee.signalr.core.protocol.BindingException;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds other values, in both directions. */
class ContainerTest {

    private final MessagePackHubProtocol protocol = TestPack.protocol();

    private enum Color {
        RED,
        GREEN
    }

    /** Declared types, found by the names of the fields. */
    @SuppressWarnings("unused")
    private static final class Declared {
        private List<Integer> list;
        private Collection<? extends Integer> collection;
        private Iterable<Integer> iterable;
        private ArrayList<Integer> arrayList;
        private LinkedList<Integer> linkedList;
        private Set<Integer> set;
        private SortedSet<Integer> sortedSet;
        private Deque<Integer> deque;
        private EnumSet<Color> enumSet;
        private List<List<Integer>> lists;
        private List<String>[] arrayOfLists;
        private Map<String, Integer> map;
        private Map<Integer, String> byNumber;
        private Map<UUID, Long> byId;
        private EnumMap<Color, Integer> byColor;
        private SortedMap<String, Integer> sortedMap;
        private ConcurrentMap<String, Integer> concurrentMap;
        private TreeMap<String, Integer> treeMap;
        private Numbers numbers;
        private Optional<Integer> optional;
        private Optional<List<Optional<Integer>>> nested;
        private List<? super Integer> natural;
    }

    /** A collection of its own, whose elements are known by its supertype. */
    public static final class Numbers extends ArrayList<Integer> {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void shouldReadCollectionsOfManyKinds() {
        assertThat(bind("93010203", "list")).isEqualTo(List.of(1, 2, 3));
        assertThat(bind("93010203", "collection")).isEqualTo(List.of(1, 2, 3));
        assertThat(bind("93010203", "iterable")).isEqualTo(List.of(1, 2, 3));
        assertThat(bind("93010203", "arrayList")).isEqualTo(new ArrayList<>(List.of(1, 2, 3)));
        assertThat(bind("93010203", "linkedList")).isEqualTo(new LinkedList<>(List.of(1, 2, 3)));
        assertThat(bind("93010203", "set")).isEqualTo(new LinkedHashSet<>(List.of(1, 2, 3)));
        assertThat(bind("93030201", "sortedSet")).isInstanceOf(TreeSet.class).isEqualTo(Set.of(1, 2, 3));
        assertThat(bind("92a3524544a3524544", "enumSet")).isEqualTo(EnumSet.of(Color.RED));
        assertThat((Iterable<?>) bind("9101", "deque")).isInstanceOf(ArrayDeque.class);
        assertThat(bind("92910190", "lists")).isEqualTo(List.of(List.of(1), List.of()));
        assertThat(bind("9102", "numbers")).isInstanceOf(Numbers.class).isEqualTo(List.of(2));
        assertThat(bind("92a16102", "natural")).isEqualTo(List.of("a", 2L));
        assertThat(bind("c0", "list")).isNull();
    }

    @Test
    void shouldReadArrays() {
        assertThat(TestPack.bind(protocol, "93010203", int[].class)).isEqualTo(new int[] {1, 2, 3});
        assertThat(TestPack.bind(protocol, "92a161c0", String[].class)).isEqualTo(new String[] {"a", null});
        assertThat(TestPack.bind(protocol, "92910190", int[][].class)).isEqualTo(new int[][] {{1}, {}});
        assertThat((Object[]) bind("9191a161", "arrayOfLists")).containsExactly(List.of("a"));
        assertThatThrownBy(() -> TestPack.bind(protocol, "91c0", int[].class)).isInstanceOf(BindingException.class);
    }

    @Test
    void shouldReadMapsWithKeysOfAnyType() {
        assertThat(bind("82a16101a14202", "map")).isEqualTo(Map.of("a", 1, "B", 2));
        assertThat(bind("82a16101a16102", "map")).isEqualTo(Map.of("a", 2));
        assertThat(bind("8101a161", "byNumber")).isEqualTo(Map.of(1, "a"));
        assertThat(bind("81a352454401", "byColor")).isInstanceOf(EnumMap.class).isEqualTo(Map.of(Color.RED, 1));
        assertThat(bind("81a16101", "sortedMap")).isInstanceOf(TreeMap.class).isEqualTo(Map.of("a", 1));
        assertThat(bind("81a16101", "treeMap")).isInstanceOf(TreeMap.class).isEqualTo(Map.of("a", 1));
        assertThat(bind("81a16101", "concurrentMap")).isInstanceOf(ConcurrentHashMap.class);
        assertThatThrownBy(() -> bind("810101", "map")).isInstanceOf(BindingException.class);
        assertThatThrownBy(() -> bind("81a16101", "byId")).isInstanceOf(BindingException.class);
        assertThatThrownBy(() -> bind("90", "map")).isInstanceOf(BindingException.class);
    }

    @Test
    void shouldReadOptionals() {
        assertThat(bind("05", "optional")).isEqualTo(Optional.of(5));
        assertThat(bind("c0", "optional")).isEqualTo(Optional.empty());
        assertThat(bind("9205c0", "nested")).isEqualTo(Optional.of(List.of(Optional.of(5), Optional.empty())));
    }

    @Test
    void shouldReadAnythingAsWhatSuitsIt() {
        Object read =
                TestPack.bind(protocol, "85a16101a162c3a163c40102a16492cb3ff8000000000000c00581a165a166", Object.class);

        Map<Object, Object> expected = new LinkedHashMap<>();
        expected.put("a", 1L);
        expected.put("b", true);
        expected.put("d", Arrays.asList(1.5, null));
        expected.put(5L, Map.of("e", "f"));
        assertThat(read)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsAllEntriesOf(expected)
                .extractingByKey("c")
                .isEqualTo(new byte[] {2});
    }

    @Test
    void shouldWriteContainers() {
        assertThat(write(List.of(1, 2, 3))).isEqualTo("93010203");
        assertThat(write(new int[] {1, 2, 3})).isEqualTo("93010203");
        assertThat(write(new double[] {1.5})).isEqualTo("91cb3ff8000000000000");
        assertThat(write(new char[] {'a'})).isEqualTo("9161");
        assertThat(write(new String[] {"a", null})).isEqualTo("92a161c0");
        assertThat(write(new Object[][] {{1}, {}})).isEqualTo("92910190");
        assertThat(write((Iterable<Integer>) () -> List.of(1).iterator())).isEqualTo("9101");
        assertThat(write(new TreeMap<>(Map.of("a", 1, "B", 2)))).isEqualTo("82a14202a16101");
        assertThat(write(Map.of(1, "a"))).isEqualTo("8101a161");
        assertThat(write(new EnumMap<>(Map.of(Color.RED, 1)))).isEqualTo("81a352454401");
        assertThat(write(Optional.of(List.of(Optional.empty())))).isEqualTo("91c0");
        assertThat(write(Optional.empty())).isEqualTo("c0");
        assertThat(write(new ArrayList<>(List.of("x".repeat(40))))).startsWith("91d928");
    }

    @Test
    void shouldRefuseToWriteCycles() {
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);
        Map<String, Object> map = new HashMap<>();
        map.put("self", new Object[] {map});

        assertThatThrownBy(() -> write(cycle)).isInstanceOf(HubEncodingException.class);
        assertThatThrownBy(() -> write(map)).isInstanceOf(HubEncodingException.class);
        assertThat(write(1)).as("the next value").isEqualTo("01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"91", "81c0", "8101"})
    void shouldReadUpToSixtyFourContainersInEachOther(String container) {
        Type type = Object.class;

        assertThat(TestPack.bind(protocol, nested(container, 64), type)).isNotNull();
        assertThatThrownBy(() -> TestPack.bind(protocol, nested(container, 65), type))
                .isInstanceOf(BindingException.class)
                .hasMessageContaining("more than 64 deep");
    }

    private static String nested(String container, int depth) {
        return container.repeat(depth) + "c0";
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd7fffffff", "dd7fffffff0102", "df7fffffff01", "df3fffffff", "de00020102", "dc000301"})
    void shouldNotBelieveLengthsWithoutBytes(String hex) {
        for (Type type : new Type[] {Object.class, int[].class, declared("list"), declared("map"), Declared.class}) {
            assertThatThrownBy(() -> TestPack.bind(protocol, hex, type)).isInstanceOf(BindingException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c67fffffff", "c67fffffff01", "db7fffffff01", "c50100", "d9ff61"})
    void shouldNotBelieveLengthsOfTextAndBytes(String hex) {
        for (Type type : new Type[] {Object.class, byte[].class, String.class}) {
            assertThatThrownBy(() -> TestPack.bind(protocol, hex, type)).isInstanceOf(BindingException.class);
        }
    }

    private String write(Object value) {
        return TestPack.value(protocol, value);
    }

    private Object bind(String hex, String field) {
        return TestPack.bind(protocol, hex, declared(field));
    }

    private static Type declared(String field) {
        try {
            return Declared.class.getDeclaredField(field).getGenericType();
        } catch (NoSuchFieldException mistake) {
            throw new AssertionError(mistake);
        }
    }
}
