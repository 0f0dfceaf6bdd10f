// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;

/**
 * A class that says it is a hub or a connection handler, as the container sees it in the end.
 *
 * @param type the class with its final annotations
 * @param kind what the container has made of it
 * @param scope the scope of the bean; without meaning where there is none
 */
public record HubCandidate(AnnotatedType<?> type, Kind kind, Class<? extends Annotation> scope) {

    /** What the container has made of a class. */
    public enum Kind {
        /** A managed bean. */
        MANAGED_BEAN,
        /** An enterprise bean. */
        SESSION_BEAN,
        /** No bean, for a reason that the class itself may tell. */
        NO_BEAN
    }

    /** A class that is a managed bean. */
    public static HubCandidate managedBean(AnnotatedType<?> type, Class<? extends Annotation> scope) {
        return new HubCandidate(type, Kind.MANAGED_BEAN, scope);
    }

    /** A class that is an enterprise bean. */
    public static HubCandidate sessionBean(AnnotatedType<?> type) {
        return new HubCandidate(type, Kind.SESSION_BEAN, Dependent.class);
    }

    /** A class that is no bean. */
    public static HubCandidate noBean(AnnotatedType<?> type) {
        return new HubCandidate(type, Kind.NO_BEAN, Dependent.class);
    }

    Class<?> hubClass() {
        return type.getJavaClass();
    }
}
