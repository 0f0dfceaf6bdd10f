// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.security.SecurityRequirement;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the hubs and connection handlers of an application ask of callers, beyond what their definitions say. Immutable.
 *
 * @param roleNames all roles that they name, those that stand for every role excepted
 * @param guarded the methods that not everybody may call, by the class of the hub; no hub without such methods is in it
 */
public record Protection(Set<String> roleNames, Map<Class<?>, List<GuardedMethod>> guarded) {

    /** Nothing is asked. */
    public static final Protection NONE = new Protection(Set.of(), Map.of());

    /** Takes immutable copies. */
    public Protection {
        roleNames = Set.copyOf(roleNames);
        guarded = Map.copyOf(guarded);
    }

    /** The roles that are asked for, and those that a class declares. */
    static Set<String> roleNames(AnnotatedType<?> type, Stream<SecurityRequirement> asked) {
        DeclareRoles declared = type.getAnnotation(DeclareRoles.class);
        return Stream.concat(
                        asked.flatMap(requirement -> requirement.roles().stream()),
                        declared == null ? Stream.empty() : Arrays.stream(declared.value()))
                .filter(role -> !role.equals(CallerIdentity.ANY_ROLE))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What both ask. */
    Protection and(Protection other) {
        Set<String> allNames = new HashSet<>(roleNames);
        allNames.addAll(other.roleNames);
        Map<Class<?>, List<GuardedMethod>> allGuarded = new HashMap<>(guarded);
        allGuarded.putAll(other.guarded);
        return new Protection(allNames, allGuarded);
    }
}
