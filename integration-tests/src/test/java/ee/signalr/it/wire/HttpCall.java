// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One HTTP/1.1 request on a TCP connection of its own, and its answer, byte by byte. For one thread at a time. */
public final class HttpCall implements AutoCloseable {

    private final Wire wire;

    private boolean chunked;

    private HttpCall(Wire wire) {
        this.wire = wire;
    }

    /**
     * Sends a request and leaves its answer to be read.
     *
     * @param target path and query
     * @param headers in the form {@code Name: value}
     */
    public static HttpCall send(int port, String method, String target, List<String> headers, byte[] body) {
        HttpCall call = head(port, method, target, withLength(headers, body));
        call.write(body);
        return call;
    }

    private static List<String> withLength(List<String> headers, byte[] body) {
        List<String> all = new ArrayList<>(headers);
        if (body.length > 0) {
            all.add("Content-Length: " + body.length);
        }
        return all;
    }

    /** Sends the head of a request; the body, if any, is {@link #write written} apart. */
    public static HttpCall head(int port, String method, String target, List<String> headers) {
        HttpCall call = new HttpCall(new Wire(port, 0));
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if ("POST".equals(method) && headers.stream().noneMatch(HttpCall::tellsLength)) {
            head.append("Content-Length: 0\r\n");
        }
        call.write(Wire.ascii(head + "Connection: close\r\n\r\n"));
        return call;
    }

    private static boolean tellsLength(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("content-length:") || name.startsWith("transfer-encoding:");
    }

    /** Sends a request without headers of its own and reads the whole answer. */
    public static HttpReply exchange(int port, String method, String target, String body) {
        return exchange(port, method, target, List.of(), body);
    }

    /** Sends a request and reads the whole answer. */
    public static HttpReply exchange(int port, String method, String target, List<String> headers, String body) {
        try (HttpCall call = send(port, method, target, headers, body.getBytes(StandardCharsets.UTF_8))) {
            return call.reply();
        }
    }

    static HttpCall on(Wire wire) {
        return new HttpCall(wire);
    }

    /** Writes bytes of the body. */
    public void write(byte[] bytes) {
        try {
            wire.write(bytes);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Whether the answer has begun to come. */
    public boolean isAnswered() {
        try {
            return wire.hasMore();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads the whole answer. */
    public HttpReply reply() {
        return body(head());
    }

    HttpReply body(HttpReply head) {
        try {
            if (head.header("transfer-encoding").isPresent()) {
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
                    body.writeBytes(chunk);
                }
                return head.withBody(body.toByteArray());
            }
            int length = head.header("content-length").map(Integer::valueOf).orElse(-1);
            return head.withBody(length < 0 ? wire.readToEnd() : wire.read(length));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads the answer up to its body. */
    public HttpReply head() {
        try {
            String status = wire.readLine();
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (String line = wire.readLine(); !line.isEmpty(); line = wire.readLine()) {
                int colon = line.indexOf(':');
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
            chunked = headers.containsKey("transfer-encoding");
            return new HttpReply(status.substring("HTTP/1.1 ".length()), headers, new byte[0]);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads a body that is not over, until its text ends with {@code end} for the given time. */
    public String chunks(String end, int times) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (text.toString(StandardCharsets.UTF_8).split(Pattern.quote(end), -1).length <= times) {
            text.writeBytes(chunked ? chunk() : one());
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Reads the rest of a body, to its proper end. */
    public String rest() {
        try {
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            if (!chunked) {
                rest.writeBytes(wire.readToEnd());
                return rest.toString(StandardCharsets.UTF_8);
            }
            for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
                rest.writeBytes(chunk);
            }
            return rest.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Jetty sends a body without chunks when it is to close the connection afterwards. */
    private byte[] one() {
        try {
            return wire.read(1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads the next chunk of a chunked body; empty after the last. */
    public byte[] chunk() {
        try {
            byte[] chunk = wire.read(Integer.parseInt(wire.readLine().strip(), 16));
            if (!wire.readLine().isEmpty()) {
                throw new IOException("A chunk that does not end with CRLF");
            }
            return chunk;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
