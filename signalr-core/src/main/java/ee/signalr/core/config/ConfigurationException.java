// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import ee.signalr.SignalRException;
import java.util.List;

/** Options are set that do not exist, to values that they cannot have, or that cannot work together. */
public final class ConfigurationException extends SignalRException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception that lists all problems. */
    public ConfigurationException(List<String> problems) {
        super("SIGNALR-1002: the configuration is not valid:\n  " + String.join("\n  ", problems));
    }
}
