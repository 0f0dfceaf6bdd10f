// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.core.security.SecurityRequirement.Kind;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the security annotations of one class or method say. Immutable.
 *
 * @param requirement what they ask of callers; where they contradict each other, the strictest
 * @param names the annotations that are there, as they are written
 */
record SecurityAnnotations(SecurityRequirement requirement, List<String> names) {

    private static final List<Class<? extends Annotation>> TYPES =
            List.of(DenyAll.class, RolesAllowed.class, PermitAll.class);

    static SecurityAnnotations of(AnnotationSource source) {
        List<String> names = TYPES.stream()
                .filter(type -> source.annotation(type) != null)
                .map(type -> "@" + type.getSimpleName())
                .toList();
        return new SecurityAnnotations(requirement(source), names);
    }

    private static SecurityRequirement requirement(AnnotationSource source) {
        if (source.annotation(DenyAll.class) != null) {
            return SecurityRequirement.DENY_ALL;
        }
        RolesAllowed allowed = source.annotation(RolesAllowed.class);
        if (allowed != null) {
            return SecurityRequirement.roles(Arrays.stream(allowed.value()).collect(Collectors.toSet()));
        }
        return source.annotation(PermitAll.class) != null ? SecurityRequirement.PERMIT_ALL : SecurityRequirement.NONE;
    }

    /** Whether anything is said at all. */
    boolean arePresent() {
        return !names.isEmpty();
    }

    /** All annotations that are there, for a report. */
    String describe() {
        return String.join(" and ", names);
    }

    /** What is wrong with them wherever they stand: the rules that are broken. */
    Stream<Rule> brokenRules() {
        return Stream.of(
                        Optional.of(Rule.SECURITY_CONTRADICTION).filter(any -> names.size() > 1),
                        Optional.of(Rule.NO_ROLE).filter(any -> requirement.kind() == Kind.ROLES && namesNoRole()))
                .flatMap(Optional::stream);
    }

    private boolean namesNoRole() {
        Set<String> roles = requirement.roles();
        return roles.isEmpty() || roles.stream().anyMatch(String::isBlank);
    }
}
