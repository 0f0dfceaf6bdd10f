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
        return copied(application, config());
    }

    /**
     * A configuration that reads names as they are written, and otherwise does the same.
     *
     * @param config stays as it is
     * @return a configuration of its own; never null
     */
    static JsonbConfig withExactNames(JsonbConfig config) {
        return copied(config, new JsonbConfig()).withPropertyNamingStrategy(PropertyNamingStrategy.IDENTITY);
    }

    private static JsonbConfig copied(JsonbConfig from, JsonbConfig to) {
        for (Map.Entry<String, Object> property : from.getAsMap().entrySet()) {
            to.setProperty(property.getKey(), property.getValue());
        }
        return to;
    }
}
