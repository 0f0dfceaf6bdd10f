// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.wire.HttpReply;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares an HTTP sample with our server's answer. Stateless. */
final class HttpComparison {

    private static final String ID = "(\"connection(Id|Token)\":)\"[A-Za-z0-9_-]{22}\"";

    private static final String CACHE_CONTROL = "cache-control";

    /** Headers that are SignalR's, and those for pages of other origins; the recorded application added cookies. */
    private static final List<String> OURS = List.of(
            "content-type",
            "content-encoding",
            "expires",
            "pragma",
            "access-control-allow-origin",
            "access-control-allow-credentials",
            "vary");

    /** What the recorded server does not say: that browsers are to take content for what it is called. */
    private static final String SNIFFING = "x-content-type-options";

    /** What servers add of their own accord, and what depends on how a body is sent. */
    private static final Set<String> SERVERS = Set.of(
            "date",
            "server",
            "x-frame-options",
            "keep-alive",
            "connection",
            "content-language",
            "x-powered-by",
            "content-length",
            "transfer-encoding",
            "allow");

    /** So that no proxy holds events back; the recorded server does not send it. */
    private static final String UNBUFFERED = "x-accel-buffering";

    private static final String BATCH = "LP poll -> assorted results (batched)";
    private static final Set<String> COMPARABLE = Set.of("1", "2", "3", "4", "5", "6", "8", "11");

    private static final int NO_CONTENT = 204;

    private HttpComparison() {}

    static void check(Sample sample, HttpReply reply) {
        // Tomcat leaves the reason phrase out.
        assertThat(reply.status())
                .as("%s %s", reply.headers(), reply.text())
                .isIn(sample.status(), sample.status().replaceFirst(" .*", " "));
        assertThat(withoutIds(reply.text())).isEqualTo(expectedBody(sample));
        JsonObject headers = sample.headers();
        OURS.stream()
                .filter(name -> reply.header(name).isPresent() || !isLeftOut(name, reply))
                .forEach(name ->
                        assertThat(reply.header(name).orElse(null)).as(name).isEqualTo(headers.getString(name, null)));
        assertThat(reply.header(CACHE_CONTROL).orElse(null)).isEqualTo(expectedCaching(headers, reply));
        assertThat(reply.header(SNIFFING)).contains("nosniff");
        if (headers.containsKey("content-length") && !BATCH.equals(sample.title())) {
            assertThat(reply.header("content-length").orElse("0")).isEqualTo(expectedLength(sample));
        }
        assertThat(unexpected(sample, reply)).as("headers of our own").isEmpty();
    }

    /** As recorded; errors and answers to negotiate, of which the recorded server says nothing, are not to be stored. */
    private static @Nullable String expectedCaching(JsonObject headers, HttpReply reply) {
        boolean unsaid = reply.code() >= 400 || "application/json".equals(headers.getString("content-type", ""));
        return headers.getString(CACHE_CONTROL, unsaid ? "no-store" : null);
    }

    /** GlassFish and Payara send no encoding that is none, and no type where there is no body. */
    private static boolean isLeftOut(String name, HttpReply reply) {
        return name.equals("content-encoding") || (name.equals("content-type") && reply.code() == NO_CONTENT);
    }

    private static Set<String> unexpected(Sample sample, HttpReply reply) {
        Set<String> names = new HashSet<>(reply.headers().keySet());
        names.removeAll(SERVERS);
        OURS.forEach(names::remove);
        names.removeAll(Set.of(CACHE_CONTROL, SNIFFING));
        if (sample.title().startsWith("SSE stream") || sample.title().startsWith("SSE MessagePack")) {
            names.remove(UNBUFFERED);
        }
        return names;
    }

    private static String withoutIds(String body) {
        return body.replaceAll(ID, "$1\"\"");
    }

    private static String expectedLength(Sample sample) {
        String recorded = sample.headers().getString("content-length");
        int difference = sample.body().length() - asked(sample, sample.body()).length();
        return Integer.toString(Integer.parseInt(recorded) - difference);
    }

    private static String expectedBody(Sample sample) {
        return withoutIds(BATCH.equals(sample.title()) ? comparable(sample.body()) : asked(sample, sample.body()));
    }

    /** Our strict hub wants version 1, the recorded one wanted a later one. */
    private static String asked(Sample sample, String body) {
        return sample.title().contains("MinimumProtocolVersion") ? body.replace("'1'", "'0'") : body;
    }

    /** Those results of the recorded batch that are not of the recorded application's own making. */
    private static String comparable(String batch) {
        return Arrays.stream(batch.split(LongPollingDialogue.END))
                .filter(HttpComparison::isComparable)
                .map(result -> result.replace("'Echo'", "'EchoString'")
                        .replace("'SendCustomObject'", "'EchoPoint'")
                        .replace("'ThrowException'", "'ThrowPlain'")
                        .replace("An error occurred.", "secret detail"))
                .map(result -> result + LongPollingDialogue.END)
                .collect(Collectors.joining());
    }

    private static boolean isComparable(String result) {
        JsonObject message = Meaning.read(result).asJsonObject();
        return message.getInt("type") == 3 && COMPARABLE.contains(message.getString("invocationId"));
    }
}
