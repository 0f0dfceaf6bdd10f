// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Configuration from pairs of names and values. */
public final class MapConfiguration implements ConfigurationSource {

    private final Map<String, String> values = new TreeMap<>();

    public MapConfiguration with(String name, String value) {
        values.put(name, value);
        return this;
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
