// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A CDI scope that lives as long as one client connection: one instance per connection, made when it is first used and
 * destroyed after {@link OnDisconnected} has run.
 *
 * <p>The scope is active in the synchronous part of hub methods and lifecycle callbacks: the method body, not the
 * continuations of a stage that it returns. Calls of one client run one after another by default, but an instance that
 * hands itself to other threads must be thread-safe.
 */
@Documented
@Inherited
@NormalScope
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface ConnectionScoped {}
