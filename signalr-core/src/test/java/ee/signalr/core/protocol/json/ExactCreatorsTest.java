// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactCreatorsTest {

    private final ExactCreators creators = new ExactCreators();

    record Plain(String name, @JsonbProperty("other") int otherName) {}

    record Capital(String firstName) {}

    record Renamed(@JsonbProperty("firstName") String name) {}

    record Around(Capital inner) {}

    static final class Made {

        private final int size;

        private Made(int size) {
            this.size = size;
        }

        @JsonbCreator
        static Made of(@JsonbProperty("theSize") int size) {
            return new Made(size);
        }

        @Override
        public String toString() {
            return "Made" + size;
        }
    }

    static class Tree {
        @Nullable
        Tree left;

        int leafCount;
    }

    static final class Forest extends Tree {
        @Nullable
        Map<String, Capital[]> byName;
    }

    @SuppressWarnings("unused") // their declared types are read
    static final class Generic<T extends Capital> {
        @Nullable
        List<? extends Capital> wildcard;

        @Nullable
        Optional<List<Capital>[]> arrays;

        @Nullable
        T variable;
    }

    @ParameterizedTest
    @ValueSource(classes = {Capital.class, Renamed.class, Around.class, Made.class, Forest.class, Capital[].class})
    void shouldFindCreatorsWithCapitalsInReach(Class<?> type) {
        assertThat(creators.areNeededBy(type)).isTrue();
        assertThat(creators.areNeededBy(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {Plain.class, Tree.class, String.class, int.class, Object.class, Thread.State.class})
    void shouldLetOthersIgnoreCase(Class<?> type) {
        assertThat(creators.areNeededBy(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wildcard", "arrays", "variable"})
    void shouldLookIntoGenericTypes(String field) throws Exception {
        Type type = Generic.class.getDeclaredField(field).getGenericType();

        assertThat(creators.areNeededBy(type)).isTrue();
    }

    @Test
    void shouldFollowTheMembersOfGenericClasses() {
        assertThat(creators.areNeededBy(Generic.class)).isTrue();
    }
}
