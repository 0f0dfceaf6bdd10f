// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.EnumStyle;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolFactory;
import ee.signalr.core.protocol.HubProtocols;
import ee.signalr.core.protocol.json.JsonHubProtocol;
import ee.signalr.core.protocol.json.JsonbHolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Where the hub protocols of an application come from: JSON is built in, factories are found in libraries, and instances are the
 * application's own. Of two with one name, ignoring case, the application's counts before a library's, and a library's before the
 * built-in one. Immutable and thread-safe.
 *
 * @param jsonb binds classes in JSON; closed by the engine when it stops
 * @param libraries factories, no two of them with one name unless the application has a protocol with that name
 * @param own the application's protocols, no two of them with one name
 */
public record ProtocolSources(JsonbHolder jsonb, List<HubProtocolFactory> libraries, List<HubProtocol> own) {

    /** Takes immutable copies. */
    public ProtocolSources {
        libraries = List.copyOf(libraries);
        own = List.copyOf(own);
    }

    /** JSON alone. */
    public static ProtocolSources json(JsonbHolder jsonb) {
        return new ProtocolSources(jsonb, List.of(), List.of());
    }

    /**
     * The factories that a class loader sees.
     *
     * @return an immutable list in the order in which they are found
     * @throws java.util.ServiceConfigurationError when one cannot be loaded
     */
    public static List<HubProtocolFactory> found(ClassLoader loader) {
        List<HubProtocolFactory> factories = new ArrayList<>();
        ServiceLoader.load(HubProtocolFactory.class, loader).forEach(factories::add);
        return List.copyOf(factories);
    }

    /** The names of all protocols; an immutable set that ignores case. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add(JsonHubProtocol.NAME);
        libraries.forEach(factory -> names.add(factory.name()));
        own.forEach(protocol -> names.add(protocol.name()));
        return Collections.unmodifiableSet(names);
    }

    /**
     * What makes it undefined which protocol a name stands for.
     *
     * @return a sentence for each such name, in order of the names; an immutable list, empty when all is well
     */
    public List<String> ambiguities() {
        Map<String, List<Object>> ofApplication = byName(own, HubProtocol::name);
        Map<String, List<Object>> ofLibraries = byName(libraries, HubProtocolFactory::name);
        ofLibraries.keySet().removeAll(ofApplication.keySet());
        List<String> found = new ArrayList<>();
        describe(ofApplication, found);
        describe(ofLibraries, found);
        return List.copyOf(found);
    }

    /**
     * Makes the protocols.
     *
     * @throws IllegalStateException when a factory makes one of another name
     */
    HubProtocols open(Settings settings) {
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        own.forEach(protocol -> taken.add(protocol.name()));
        List<HubProtocol> protocols = new ArrayList<>();
        protocols.add(json(settings.get(Options.JSON_ENUMS)));
        for (HubProtocolFactory factory : libraries) {
            if (!taken.contains(factory.name())) {
                protocols.add(checked(factory, factory.create(settings)));
            }
        }
        protocols.addAll(own);
        return new HubProtocols(protocols);
    }

    private HubProtocol json(EnumStyle enums) {
        if (enums == EnumStyle.NUMBERS) {
            jsonb.writeEnumsAsNumbers();
        }
        return new JsonHubProtocol(jsonb, enums);
    }

    private static HubProtocol checked(HubProtocolFactory factory, HubProtocol made) {
        if (!made.name().equalsIgnoreCase(factory.name())) {
            throw new IllegalStateException(
                    "SIGNALR-1040: " + factory.getClass().getName() + " has made the hub protocol '" + made.name()
                            + "', not '" + factory.name() + "'");
        }
        return made;
    }

    private static <T> Map<String, List<Object>> byName(Collection<T> sources, Function<T, String> name) {
        Map<String, List<Object>> grouped = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sources.forEach(source -> grouped.computeIfAbsent(name.apply(source), any -> new ArrayList<>())
                .add(source));
        return grouped;
    }

    private static void describe(Map<String, List<Object>> grouped, List<String> found) {
        grouped.forEach((name, sources) -> {
            if (sources.size() > 1) {
                found.add("'" + name + "' is spoken by each of "
                        + sources.stream()
                                .map(source -> source.getClass().getName())
                                .sorted()
                                .toList());
            }
        });
    }
}
