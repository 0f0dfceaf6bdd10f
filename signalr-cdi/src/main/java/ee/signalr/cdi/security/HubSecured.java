// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.security;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binds {@link HubSecurityInterceptor} to the methods that it guards. The extension puts it there; applications never do. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface HubSecured {

    /** An instance of it. Immutable. */
    final class Literal extends AnnotationLiteral<HubSecured> implements HubSecured {

        /** The only one. */
        static final Literal INSTANCE = new Literal();

        private static final long serialVersionUID = 1L;

        private Literal() {}
    }
}
