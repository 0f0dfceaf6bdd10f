// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.annotation.JsonbTypeSerializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnumTypesTest {

    @ParameterizedTest
    @ValueSource(classes = {TimeUnit.class, Plain.class})
    void shouldTakeEnumerationsWithoutJsonbAnnotationsForPlain(Class<?> type) {
        assertThat(EnumTypes.isPlain(type)).isTrue();
        assertThat(EnumTypes.isPlain(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {String.class, Enum.class, int.class, Custom.class})
    void shouldNotTakeOthersForPlain(Class<?> type) {
        assertThat(EnumTypes.isPlain(type)).isFalse();
    }

    @Test
    void shouldNotTakeClassOfConstantForEnumeration() {
        assertThat(EnumTypes.isPlain(WithBody.ONE.getClass())).isFalse();
        assertThat(EnumTypes.isPlain(WithBody.ONE.getDeclaringClass())).isTrue();
    }

    private enum Plain {
        ONE
    }

    private enum WithBody {
        ONE {
            @Override
            public String toString() {
                return "one";
            }
        }
    }

    @JsonbTypeSerializer(CustomSerializer.class)
    public enum Custom {
        ONE
    }

    public static class CustomSerializer implements JsonbSerializer<Custom> {
        @Override
        public void serialize(Custom value, JsonGenerator generator, SerializationContext context) {
            generator.write(1);
        }
    }
}
