// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonbDefaultsTest {

    @Test
    void shouldWriteNullsBase64AndCamelCase() {
        assertThat(json(JsonbDefaults.config(), new Sample(null, new byte[] {1, 2, 3})))
                .isEqualTo("{\"data\":\"AQID\",\"someName\":null}");
    }

    @Test
    void shouldPutConfigurationOfTheApplicationOnTop() {
        JsonbConfig application = new JsonbConfig()
                .withNullValues(false)
                .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES);

        JsonbConfig merged = JsonbDefaults.config(application);

        assertThat(json(merged, new Sample("x", new byte[] {1}))).isEqualTo("{\"data\":\"AQ==\",\"some_name\":\"x\"}");
        assertThat(json(merged, new Sample(null, null))).isEqualTo("{}");
    }

    @Test
    void shouldLeaveConfigurationOfTheApplicationAsItIs() {
        JsonbConfig application = new JsonbConfig().withNullValues(false);

        JsonbDefaults.config(application).withFormatting(true);

        assertThat(application.getAsMap()).isEqualTo(Map.of(JsonbConfig.NULL_VALUES, false));
    }

    @Test
    void shouldUseAdaptersOfTheApplication() {
        JsonbConfig merged = JsonbDefaults.config(new JsonbConfig().withAdapters(new LabelAdapter()));

        assertThat(json(merged, new Holder(new Label("x")))).isEqualTo("{\"label\":\"<x>\"}");
    }

    @Test
    void shouldGiveEachCallerItsOwn() {
        JsonbDefaults.config().withNullValues(false);

        assertThat(json(JsonbDefaults.config(), new Sample(null, null))).contains("null");
    }

    private static String json(JsonbConfig config, Object value) {
        try (JsonbHolder holder = new JsonbHolder(config)) {
            return holder.get().toJson(value);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    public record Sample(String someName, byte[] data) {}

    public record Label(String text) {}

    public record Holder(Label label) {}

    public static class LabelAdapter implements JsonbAdapter<Label, String> {
        @Override
        public String adaptToJson(Label label) {
            return "<" + label.text() + ">";
        }

        @Override
        public Label adaptFromJson(String text) {
            return new Label(text);
        }
    }
}
