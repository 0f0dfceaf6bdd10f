// SPDX-License-Identifier: Apache-2.0
package ee.signalr.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Restricts a {@link HubFilter} to some hubs. On the bean's class, or on the producer method or field that makes it. A class
 * that is not a hub, and no class at all, are definition errors.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface FilterFor {

    /**
     * The hubs.
     *
     * @return classes annotated with {@link ee.signalr.Hub}, at least one
     */
    Class<?>[] value();
}
