// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A hub with filters, an interceptor and constraints. One instance per call. */
@Hub("/filtered")
public class FilteredHub {

    @Inject
    HubCallerContext context;

    @Inject
    Trail trail;

    /** Answers its argument. */
    @Traced
    public String echo(String text) {
        trail.add(context.connectionId(), "hub");
        return text;
    }

    /** Answers a stream. */
    public Stream<Integer> numbers(@Positive int count) {
        return IntStream.range(0, count).boxed();
    }

    /** What was done for the caller. */
    public List<String> trail() {
        return trail.of(context.connectionId());
    }

    /** What was done for a connection. */
    public List<String> trailOf(String connectionId) {
        return trail.of(connectionId);
    }

    /** Answers the name. */
    public String register(@NotNull @Valid Applicant applicant) {
        trail.add(context.connectionId(), "registered");
        return applicant.name();
    }

    /** Answers its argument if it is short. */
    @Size(max = 3)
    public String brief(@Size(min = 1) String text) {
        return text;
    }
}
