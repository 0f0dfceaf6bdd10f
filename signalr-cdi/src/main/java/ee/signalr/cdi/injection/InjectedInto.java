// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells an injection point of the caller, its clients or its groups into which class it injects. The extension adds it, so that
 * what is right for that class is found by resolution at deployment and not by looking around in every call.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface InjectedInto {

    /** The name of the class, or {@code *} where there is none. */
    String value();

    /** An instance of the qualifier. */
    final class Literal extends AnnotationLiteral<InjectedInto> implements InjectedInto {

        private static final long serialVersionUID = 1L;

        private final String value;

        /** Makes the qualifier for a class. */
        public Literal(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }
}
