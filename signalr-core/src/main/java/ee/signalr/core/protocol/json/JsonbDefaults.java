// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.util.Map;

/**
 * How JSON-B is set up for hubs, close to what clients of the reference server expect: null members are written, bytes are
 * Base64, and names are written as Java has them (camel case) but read ignoring case. Stateless.
 */
public final class JsonbDefaults {

    private JsonbDefaults() {}

    /** The defaults alone; never null. */
    public static JsonbConfig config() {
        return new JsonbConfig()
                .withNullValues(true)
                .withBinaryDataStrategy(BinaryDataStrategy.BASE_64)
                .withPropertyNamingStrategy(PropertyNamingStrategy.CASE_INSENSITIVE);
    }

    /**
     * The defaults with what an application has set on top.
     *
     * @param application stays as it is
     * @return a configuration of its own; never null
     */
    public static JsonbConfig config(JsonbConfig application) {
        JsonbConfig merged = config();
        for (Map.Entry<String, Object> property : application.getAsMap().entrySet()) {
            merged.setProperty(property.getKey(), property.getValue());
        }
        return merged;
    }
}
