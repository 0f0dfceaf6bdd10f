// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.Locale;

/** How constants of enumerations are written. Immutable. */
public enum EnumStyle {
    /** By name. */
    NAMES,
    /** By position, the first being 0, which is what ASP.NET Core does in JSON when it is not told otherwise. */
    NUMBERS;

    /**
     * The name in configuration.
     *
     * @return in lower case; never null
     */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
