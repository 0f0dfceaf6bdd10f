// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeCacheTest {

    private final List<Type> made = new ArrayList<>();

    @Test
    void shouldMakeOnceAndKeep() {
        TypeCache<String> cache = new TypeCache<>(this::name);

        assertThat(cache.of(String.class)).isSameAs(cache.of(String.class));
        assertThat(made).containsExactly(String.class);
    }

    @Test
    void shouldAskForTypesWithoutVariables() throws Exception {
        Type list = TypeCacheTest.class.getDeclaredField("unknown").getGenericType();
        Type wildcard = ((ParameterizedType) list).getActualTypeArguments()[0];

        new TypeCache<>(this::name).of(wildcard);

        assertThat(made).containsExactly(Number.class);
    }

    @Test
    void shouldLetTheMakerAskForOtherTypes() {
        List<TypeCache<String>> self = new ArrayList<>();
        self.add(new TypeCache<>(type -> type == int[].class ? self.get(0).of(int.class) + "s" : name(type)));

        assertThat(self.get(0).of(int[].class)).isEqualTo("ints");
    }

    @Test
    void shouldKeepNothingWhenTheMakerFails() {
        TypeCache<String> cache = new TypeCache<>(type -> {
            if (made.isEmpty()) {
                name(type);
                throw new IllegalStateException("first time");
            }
            return name(type);
        });

        assertThatThrownBy(() -> cache.of(int.class)).isInstanceOf(IllegalStateException.class);
        assertThat(cache.of(int.class)).isEqualTo("int");
    }

    @SuppressWarnings("unused") // its type is looked at
    private List<? extends Number> unknown = List.of();

    private String name(Type type) {
        made.add(type);
        return type.getTypeName();
    }
}
