// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The hub protocols that are spoken, found by the name that a client gives. Immutable and thread-safe. */
public final class HubProtocols {

    private final Map<String, HubProtocol> byName;

    /**
     * Makes a registry.
     *
     * @param protocols of two with the same name, ignoring case, the later one counts
     */
    public HubProtocols(List<? extends HubProtocol> protocols) {
        Map<String, HubProtocol> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HubProtocol protocol : protocols) {
            found.put(protocol.name(), protocol);
        }
        byName = Collections.unmodifiableMap(found);
    }

    /**
     * Some of these protocols.
     *
     * @param names which, ignoring case; none for all
     */
    public HubProtocols only(Set<String> names) {
        return names.isEmpty()
                ? this
                : new HubProtocols(
                        names.stream().map(byName::get).filter(Objects::nonNull).toList());
    }

    /** The protocol of that name, ignoring case, if it is spoken. */
    public Optional<HubProtocol> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them in the order of their names; an immutable list. */
    public List<HubProtocol> all() {
        return List.copyOf(byName.values());
    }
}
