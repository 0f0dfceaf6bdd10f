// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP answer. Immutable but for its body's bytes.
 *
 * @param status status code and reason phrase, as in {@code 404 Not Found}
 * @param headers values by name in lower case, in the order in which they came
 * @param body the body without transfer coding; empty when it is read apart
 */
public record HttpReply(String status, Map<String, List<String>> headers, byte[] body) {

    /** The status code. */
    public int code() {
        return Integer.parseInt(status.substring(0, 3));
    }

    /** The only value of a header. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new IllegalStateException(name + " came " + values.size() + " times: " + values);
        }
        return values.stream().findFirst();
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    HttpReply withBody(byte[] bytes) {
        return new HttpReply(status, headers, bytes);
    }
}
