// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.protocol.BindingException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerBindingTest {

    @Test
    void shouldBindLists() {
        assertThat(bind("[1,2,3]", type("integers")))
                .isEqualTo(List.of(1, 2, 3))
                .isInstanceOf(ArrayList.class);
        assertThat(bind("[]", type("integers"))).isEqualTo(List.of());
        assertThat(bind("[1,null]", type("integers"))).isEqualTo(Arrays.asList(1, null));
        assertThat(bind("null", type("integers"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iterable", "collection", "strings", "arrayList", "upper", "variable"})
    void shouldBindOrderedCollectionsToLists(String field) {
        assertThat(bind("[\"b\",\"a\",\"b\"]", type(field))).isEqualTo(List.of("b", "a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"set", "linkedSet"})
    void shouldBindSetsInOrder(String field) {
        assertThat(bind("[\"b\",\"a\",\"b\"]", type(field)))
                .isInstanceOf(LinkedHashSet.class)
                .hasToString("[b, a]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    integers | [1,"2"]
                    integers | [1,2.0]
                    integers | [1,[2]]
                    integers | {"0":1}
                    integers | 1
                    integers | "1"
                    ints     | [1,null]
                    ints     | [2147483648]
                    ints     | 1
                    texts    | ["a",1]
                    texts    | "a"
                    map      | [1]
                    map      | {"a":"1"}
                    map      | {"a":1.5}
                    map      | {"\\ud83d":1}
                    map      | 1
                    optional | 1
                    nested   | {"a":[{"b":["no enum"]}]}
                    set      | {}
                    """)
    void shouldRefuseElementsOfWrongType(String field, String json) {
        assertThatThrownBy(() -> bind(json, type(field))).isInstanceOf(BindingException.class);
    }

    @Test
    void shouldBindArrays() {
        assertThat((int[]) bind("[1,2]", int[].class)).containsExactly(1, 2);
        assertThat((long[]) bind("[]", long[].class)).isEmpty();
        assertThat((double[]) bind("[1,2.5]", double[].class)).containsExactly(1, 2.5);
        assertThat((boolean[]) bind("[true,false]", boolean[].class)).containsExactly(true, false);
        assertThat((char[]) bind("[\"a\",\"b\"]", char[].class)).containsExactly('a', 'b');
        assertThat((Byte[]) bind("[1,null]", Byte[].class)).containsExactly((byte) 1, null);
        assertThat((String[]) bind("[\"a\",null]", String[].class)).containsExactly("a", null);
        assertThat((int[][]) bind("[[1],[],null]", int[][].class)).isEqualTo(new int[][] {{1}, {}, null});
        assertThat((byte[][]) bind("[\"AQ==\"]", byte[][].class)).isEqualTo(new byte[][] {{1}});
        assertThat(bind("null", int[].class)).isNull();
    }

    @Test
    void shouldBindGenericArrays() {
        List<?>[] lists = (List<?>[]) bind("[[\"a\"],null]", type("arrayOfLists"));

        assertThat(lists).containsExactly(List.of("a"), null);
    }

    @Test
    void shouldBindMapsInOrderAndKeepKeys() {
        Map<?, ?> map = (Map<?, ?>) bind("{\"Zed\":1,\"a\":2,\"A\":3,\"\u00c4Key\":4,\"a\":5}", type("map"));

        assertThat(map).isInstanceOf(LinkedHashMap.class);
        assertThat(map.toString()).isEqualTo("{Zed=1, a=5, A=3, \u00c4Key=4}");
        assertThat(bind("{}", type("map"))).isEqualTo(Map.of());
        assertThat(bind("null", type("map"))).isNull();
        assertThat(bind("{\"a\":null}", type("hashMap"))).isInstanceOf(HashMap.class);
    }

    @Test
    void shouldBindOptionals() {
        assertThat(bind("\"x\"", type("optional"))).isEqualTo(Optional.of("x"));
        assertThat(bind("null", type("optional"))).isEqualTo(Optional.empty());
    }

    @Test
    void shouldBindNestedTypes() {
        Object bound = bind("{\"a\":[{\"b\":[\"SECONDS\",null]},{}],\"c\":[]}", type("nested"));

        assertThat(bound)
                .isEqualTo(Map.of(
                        "a", List.of(Map.of("b", Arrays.asList(TimeUnit.SECONDS, null)), Map.of()), "c", List.of()));
    }

    @Test
    void shouldBindElementsOfWildcardsByTheirBounds() {
        assertThat(bind("[1,2]", type("bounded"))).isEqualTo(List.of(1, 2));
        assertThat(bind("[\"00010203-0405-0607-0706-050403020100\"]", type("uuids")))
                .isEqualTo(List.of(UUID.fromString("00010203-0405-0607-0706-050403020100")));
        assertThat(bind("{\"a\":1}", type("wildMap"))).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void shouldBindRawTypesToNaturalValues() {
        assertThat(bind("[1,\"x\",[true]]", List.class)).isEqualTo(List.of(1L, "x", List.of(true)));
        assertThat(bind("{\"a\":{\"b\":1.5}}", Map.class)).isEqualTo(Map.of("a", Map.of("b", 1.5)));
        assertThat(bind("[null]", Collection.class)).isEqualTo(Arrays.asList((Object) null));
        assertThat(bind("1", Optional.class)).isEqualTo(Optional.of(1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-9223372036854775808", "9223372036854775807"})
    void shouldBindObjectToLong(String json) {
        assertThat(bind(json, Object.class)).isEqualTo(Long.valueOf(json));
    }

    @Test
    void shouldBindObjectToWhatSuitsTheValue() {
        assertThat(bind("\"x\"", Object.class)).isEqualTo("x");
        assertThat(bind("true", Object.class)).isEqualTo(true);
        assertThat(bind("false", Object.class)).isEqualTo(false);
        assertThat(bind("null", Object.class)).isNull();
        assertThat(bind("1.0", Object.class)).isEqualTo(1.0);
        assertThat(bind("1e2", Object.class)).isEqualTo(100.0);
        assertThat(bind("1e400", Object.class)).isEqualTo(new BigDecimal("1e400"));
        assertThat(bind("9223372036854775808", Object.class)).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(bind("[]", Object.class)).isEqualTo(List.of());
        assertThat(bind("{\"b\":[{}],\"a\":null}", Object.class)).hasToString("{b=[{}], a=null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud83d\"", "[\"\\ud83d\"]", "{\"\\ud83d\":1}"})
    void shouldNotBindUnpairedSurrogatesToObject(String json) {
        assertThatThrownBy(() -> bind(json, Object.class)).isInstanceOf(BindingException.class);
    }

    private static Type type(String field) {
        try {
            return Fields.class.getDeclaredField(field).getGenericType();
        } catch (NoSuchFieldException missing) {
            throw new AssertionError(missing);
        }
    }

    @SuppressWarnings("unused")
    private static final class Fields<T extends Iterable<String>> {
        private List<Integer> integers;
        private List<String> strings;
        private Iterable<String> iterable;
        private Collection<String> collection;
        private ArrayList<String> arrayList;
        private List<? super String> upper;
        private T variable;
        private Set<String> set;
        private LinkedHashSet<String> linkedSet;
        private int[] ints;
        private String[] texts;
        private List<String>[] arrayOfLists;
        private Map<String, Integer> map;
        private HashMap<String, Integer> hashMap;
        private Map<?, ?> wildMap;
        private Optional<String> optional;
        private Map<String, List<Map<String, Collection<TimeUnit>>>> nested;
        private List<? extends Integer> bounded;
        private Collection<? extends UUID> uuids;
    }
}
