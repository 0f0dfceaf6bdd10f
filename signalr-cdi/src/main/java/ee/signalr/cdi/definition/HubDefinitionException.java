// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.SignalRException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Fails a deployment, listing all that is wrong. */
public final class HubDefinitionException extends SignalRException {

    private static final long serialVersionUID = 1L;

    /** Makes an exception that lists the problems, one a line. */
    public HubDefinitionException(Collection<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "SIGNALR-2100: the application cannot be deployed:\n  ", "")));
    }
}
