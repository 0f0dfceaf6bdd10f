// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypesTest {

    @Test
    void shouldErase() throws Exception {
        assertThat(Types.erasure(String.class)).isEqualTo(String.class);
        assertThat(Types.erasure(type("list"))).isEqualTo(List.class);
        assertThat(Types.erasure(type("arrays"))).isEqualTo(List[].class);
        assertThat(Types.erasure(type("variable"))).isEqualTo(Comparable.class);
        assertThat(Types.erasure(type("variables"))).isEqualTo(Comparable[].class);
        assertThat(Types.erasure(Types.argument(type("map"), 1))).isEqualTo(Number.class);
        assertThat(Types.erasure(Types.argument(type("map"), 0))).isEqualTo(Object.class);
    }

    @Test
    void shouldRefuseTypesThatJavaDoesNotHave() {
        Type strange = new Type() {};

        assertThatThrownBy(() -> Types.erasure(strange)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldReplaceVariablesByTheirBounds() throws Exception {
        assertThat(Types.withoutVariables(type("list"))).isInstanceOf(ParameterizedType.class);
        assertThat(Types.withoutVariables(type("variable"))).isEqualTo(Comparable.class);
        assertThat(Types.withoutVariables(Types.argument(type("map"), 1))).isEqualTo(Number.class);
        assertThat(Types.withoutVariables(Types.argument(type("wildVariable"), 0)))
                .isEqualTo(Comparable.class);
    }

    @Test
    void shouldTellComponentsOfArrays() throws Exception {
        assertThat(Types.component(int[].class)).isEqualTo(int.class);
        assertThat(Types.component(String[][].class)).isEqualTo(String[].class);
        assertThat(Types.component(type("arrays"))).isInstanceOf(ParameterizedType.class);
    }

    @Test
    void shouldTakeArgumentsOfRawTypesForObject() throws Exception {
        assertThat(Types.argument(List.class, 0)).isEqualTo(Object.class);
        assertThat(Types.argument(type("list"), 0)).isEqualTo(String.class);
    }

    private static Type type(String field) throws NoSuchFieldException {
        return Fields.class.getDeclaredField(field).getGenericType();
    }

    @SuppressWarnings("unused")
    private static final class Fields<T extends Comparable<T>> {
        private List<String> list;
        private List<String>[] arrays;
        private T variable;
        private T[] variables;
        private Map<?, ? extends Number> map;
        private List<? extends T> wildVariable;
    }
}
