// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.CancellationToken;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.SignalRConfiguration;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import java.util.stream.Stream;

/** The methods that the recorded samples call. One instance per call. */
@Hub("/samples")
public class SamplesHub {

    @Inject
    HubCallerContext context;

    @Inject
    HubCallerClients clients;

    /** The samples were recorded with detailed errors, and some by a page of another origin. */
    static void configure(@Observes SignalRConfiguration configuration) {
        configuration
                .hub(SamplesHub.class)
                .enableDetailedErrors(true)
                .access()
                .allowedOrigins(Set.of("http://localhost:1"));
    }

    public String echo(String text) {
        return text;
    }

    public ComplexObject echoComplexObject(ComplexObject object) {
        return object;
    }

    public ComplexObject sendComplexObject() {
        ComplexObject object = new ComplexObject();
        object.text = "hello world";
        object.intArray = new int[] {1, 2, 3};
        object.byteArray = new byte[] {1, 2, 3};
        object.guid = UUID.fromString("00010203-0405-0607-0706-050403020100");
        object.dateTime = Instant.parse("2000-01-01T00:00:00Z");
        return object;
    }

    public void invokeWithString(String text) {
        clients.caller().send("Message", text);
    }

    public void sendCustomObject(CustomObject object) {
        clients.caller().send("CustomObject", object);
    }

    public String getHeader(String name) {
        return context.httpRequest().header(name).orElse(null);
    }

    public void throwException(String text) {
        throw new InvalidOperationException(text);
    }

    public Stream<String> stream() {
        return Stream.of("a", "b", "c");
    }

    public CompletionStage<String> streamingConcat(Publisher<String> texts) {
        return Taker.all(texts).thenApply(all -> String.join("", all));
    }

    /** Streams nothing, and tells the caller when the stream is cancelled. */
    public Publisher<Integer> blockingStream(CancellationToken stop) {
        stop.onCancel(() -> clients.caller().send("StreamCanceled"));
        return NumberPublisher.waiting(0, () -> {});
    }
}
