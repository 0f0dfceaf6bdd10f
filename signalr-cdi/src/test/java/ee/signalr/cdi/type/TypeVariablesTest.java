// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypeVariablesTest {

    private final TypeVariables variables = TypeVariables.of(Leaf.class);

    @Test
    void shouldKeepTypesWithoutVariablesAsTheyAre() {
        Type strings = result("strings");
        Type anything = result("anything");

        assertThat(variables.resolve(String.class)).isEqualTo(String.class);
        assertThat(variables.resolve(int[].class)).isEqualTo(int[].class);
        assertThat(variables.resolve(strings)).isSameAs(strings);
        assertThat(variables.resolve(anything)).isSameAs(anything);
    }

    @Test
    void shouldReplaceVariablesThroughAllSuperclasses() {
        assertThat(variables.resolve(result("one"))).isEqualTo(Long.class);
        assertThat(variables.resolve(result("other"))).isEqualTo(ResolvedType.of(List.class, String.class));
    }

    @Test
    void shouldReplaceVariablesWithinOtherTypes() {
        assertThat(variables.resolve(result("many")))
                .isEqualTo(ResolvedType.of(
                        Map.class,
                        ResolvedType.of(List.class, String.class),
                        ResolvedType.of(Optional.class, Long.class)));
        assertThat(variables.resolve(result("array"))).isEqualTo(Long[].class);
        assertThat(variables.resolve(result("some"))).isEqualTo(ResolvedType.of(List.class, Long.class));
    }

    @Test
    void shouldFallBackToTheBoundOfAnUnknownVariable() {
        TypeVariables unknown = TypeVariables.of(Raw.class);

        assertThat(unknown.resolve(result("one"))).isEqualTo(Number.class);
        assertThat(unknown.resolve(result("other"))).isEqualTo(Object.class);
    }

    private static Type result(String method) {
        for (Method each : Root.class.getDeclaredMethods()) {
            if (each.getName().equals(method)) {
                return each.getGenericReturnType();
            }
        }
        throw new IllegalArgumentException(method);
    }

    abstract static class Root<A extends Number, B> {

        abstract A one();

        abstract B other();

        abstract Map<B, Optional<A>> many();

        abstract A[] array();

        abstract List<? extends A> some();

        abstract List<String> strings();

        abstract List<?> anything();
    }

    abstract static class Middle<X> extends Root<Long, List<X>> {}

    abstract static class Leaf extends Middle<String> {}

    @SuppressWarnings("rawtypes")
    abstract static class Raw extends Root {}
}
