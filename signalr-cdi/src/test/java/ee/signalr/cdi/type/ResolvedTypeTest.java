// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolvedTypeTest {

    @SuppressWarnings("unused")
    private List<String> strings;

    @SuppressWarnings("unused")
    private Map.Entry<String, List<String>> entry;

    @Test
    void shouldEqualTheTypeOfTheJdkWithTheSameParts() throws NoSuchFieldException {
        ParameterizedType ofStrings = ResolvedType.of(List.class, String.class);

        assertThat(ofStrings).isEqualTo(typeOf("strings")).hasSameHashCodeAs(typeOf("strings"));
        assertThat(typeOf("strings")).isEqualTo(ofStrings);
        assertThat(ResolvedType.of(Map.Entry.class, String.class, ofStrings))
                .isEqualTo(typeOf("entry"))
                .hasSameHashCodeAs(typeOf("entry"));
    }

    @Test
    void shouldDifferFromTypesWithOtherParts() {
        ParameterizedType ofStrings = ResolvedType.of(List.class, String.class);

        assertThat(ofStrings)
                .isNotEqualTo(ResolvedType.of(List.class, Integer.class))
                .isNotEqualTo(ResolvedType.of(Iterable.class, String.class))
                .isNotEqualTo(List.class);
    }

    @Test
    void shouldDescribeItself() {
        assertThat(ResolvedType.of(Map.class, String.class, int[].class))
                .hasToString("java.util.Map<java.lang.String, int[]>");
    }

    private static Type typeOf(String field) throws NoSuchFieldException {
        return ResolvedTypeTest.class.getDeclaredField(field).getGenericType();
    }
}
