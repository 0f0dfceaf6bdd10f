// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a hub method another name towards clients than its Java name, like ASP.NET Core's attribute of the same name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HubMethodName {

    /**
     * The name by which clients call the method; it replaces the Java name and is compared ignoring case.
     *
     * @return the name, not empty
     */
    String value();
}
