// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.Locale;

/** How the members of Java objects are called on the wire, where no annotation gives them a name. Immutable. */
public enum PropertyNaming {
    /** The first letter is a capital: {@code firstName} is {@code FirstName}, as .NET calls its properties. */
    UPPER_CAMEL_CASE,
    /** The first letter is small: {@code firstName}. */
    LOWER_CAMEL_CASE,
    /** As the record component, the field or the bean property is called. */
    AS_DECLARED;

    /**
     * The name of a member.
     *
     * @param name what it is called in Java, not empty
     * @return never null
     */
    public String apply(String name) {
        return switch (this) {
            case UPPER_CAMEL_CASE -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            case LOWER_CAMEL_CASE -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            case AS_DECLARED -> name;
        };
    }

    /**
     * The name in configuration.
     *
     * @return in lower case with dashes; never null
     */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
