// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How objects of a type are made and what they consist of.
 *
 * @param creator takes the parameters in an array and gives the object; null when objects cannot be made
 * @param parameters the types of its parameters
 * @param properties the members, in the order in which they are written
 */
record ObjectModel(@Nullable MethodHandle creator, List<Property> parameters, List<Property> properties) {

    ObjectModel {
        parameters = List.copyOf(parameters);
        properties = List.copyOf(properties);
    }

    /** The members that are written. */
    List<Property> written() {
        return properties.stream().filter(property -> property.getter() != null).toList();
    }

    /** The members that are read, by name. */
    Map<String, Property> read() {
        Map<String, Property> byName = new LinkedHashMap<>();
        properties.stream().filter(property -> property.setter() != null).forEach(p -> byName.put(p.name(), p));
        parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
        return byName;
    }
}
