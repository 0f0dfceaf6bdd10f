// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.EnumStyle;
import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.RawValue;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants of enumerations as names and as numbers, alone and inside classes. */
class EnumBindingTest {

    private final JsonbHolder jsonb = new JsonbHolder(JsonbDefaults.config());

    /** Two of the names differ in case only. */
    public enum Color {
        RED,
        green,
        GREEN {
            @Override
            public String toString() {
                return "a body, and no name";
            }
        }
    }

    /** Has constants. */
    public static class Paint {
        public @Nullable Color color;
        public List<Color> others = List.of();
    }

    @AfterEach
    void close() {
        jsonb.close();
    }

    @Test
    void shouldWriteNamesByDefault() {
        JsonHubProtocol protocol = new JsonHubProtocol(jsonb);

        assertThat(written(protocol, Arrays.asList(Color.RED, Color.GREEN, null)))
                .isEqualTo("[\"RED\",\"GREEN\",null]");
        assertThat(written(protocol, paint())).isEqualTo("{\"color\":\"GREEN\",\"others\":[\"RED\"]}");
    }

    @Test
    void shouldWriteNumbersWhenTold() {
        JsonHubProtocol protocol = numbers();

        assertThat(written(protocol, Arrays.asList(Color.RED, Color.GREEN, null)))
                .isEqualTo("[0,2,null]");
        assertThat(written(protocol, paint())).isEqualTo("{\"color\":2,\"others\":[0]}");
    }

    @Test
    void shouldReadNumbersAndNamesInsideClassesWhenTold() {
        JsonHubProtocol protocol = numbers();

        Paint paint = (Paint) bind(protocol, "{\"color\":2,\"others\":[0,\"green\"]}", Paint.class);

        assertThat(paint.color).isEqualTo(Color.GREEN);
        assertThat(paint.others).containsExactly(Color.RED, Color.green);
        assertThatThrownBy(() -> bind(protocol, "{\"color\":3}", Paint.class)).isInstanceOf(BindingException.class);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadNamesIgnoringCaseAndNumbersWhateverIsWritten(EnumStyle style) {
        JsonHubProtocol protocol = new JsonHubProtocol(jsonb, style);

        assertThat(bind(protocol, "\"RED\"", Color.class)).isEqualTo(Color.RED);
        assertThat(bind(protocol, "\"Red\"", Color.class)).isEqualTo(Color.RED);
        assertThat(bind(protocol, "\"green\"", Color.class)).isEqualTo(Color.green);
        assertThat(bind(protocol, "\"GREEN\"", Color.class)).isEqualTo(Color.GREEN);
        assertThat(bind(protocol, "1", Color.class)).isEqualTo(Color.green);
        assertThat(bind(protocol, "null", Color.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Green\"", "\"\"", "\"BLUE\"", "3", "-1", "0.0", "1e0", "true", "[]", "4294967296"})
    void shouldRefuseWhatStandsForNoConstant(String json) {
        assertThatThrownBy(() -> bind(new JsonHubProtocol(jsonb), json, Color.class))
                .isInstanceOf(BindingException.class);
    }

    @Test
    void shouldNotMakeJsonbOnlyToTellItAboutNumbers() {
        jsonb.writeEnumsAsNumbers();
        jsonb.close();

        assertThatThrownBy(jsonb::get).isInstanceOf(IllegalStateException.class);
    }

    private JsonHubProtocol numbers() {
        jsonb.get();
        jsonb.writeEnumsAsNumbers();
        return new JsonHubProtocol(jsonb, EnumStyle.NUMBERS);
    }

    private static Paint paint() {
        Paint paint = new Paint();
        paint.color = Color.GREEN;
        paint.others = List.of(Color.RED);
        return paint;
    }

    private static String written(JsonHubProtocol protocol, Object value) {
        String message = new String(protocol.write(CompletionMessage.withResult("1", value)), StandardCharsets.UTF_8);
        return message.substring("{\"type\":3,\"invocationId\":\"1\",\"result\":".length(), message.length() - 2);
    }

    private static @Nullable Object bind(JsonHubProtocol protocol, String json, Type type) {
        byte[] bytes = utf8(json);
        return protocol.bind(new RawValue(bytes, 0, bytes.length), type);
    }
}
