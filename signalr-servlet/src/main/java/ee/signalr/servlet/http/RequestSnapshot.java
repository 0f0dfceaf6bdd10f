// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.HttpRequestSnapshot;
import ee.signalr.servlet.http.Caller.Standing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The request that opened a transport, kept as one text: path, query, addresses and headers, a line each. Idle connections are
 * many and few ask, so nothing is taken apart before it is asked for. Immutable.
 */
final class RequestSnapshot implements HttpRequestSnapshot {

    private static final int PATH = 0;
    private static final int QUERY = 1;
    private static final int REMOTE_ADDRESS = 2;
    private static final int REMOTE_PORT = 3;
    private static final int LOCAL_ADDRESS = 4;
    private static final int LOCAL_PORT = 5;
    private static final int HEADERS = 6;

    /** Headers that the upgrade itself has used up, and that say nothing of the client. */
    private static final Set<String> SPENT = spent();

    private final String lines;

    private RequestSnapshot(String lines) {
        this.lines = lines;
    }

    /** Takes what is worth keeping of a request, and no token that has been checked; the request itself is not kept. */
    static RequestSnapshot of(HubRequest asked) {
        HttpServletRequest request = asked.request();
        boolean tokenUsed = asked.caller().standing() == Standing.TOKEN;
        StringBuilder lines = new StringBuilder(512);
        line(lines, RequestTarget.sentPath(request));
        String query = QueryString.without(RequestTarget.query(request), BearerToken.PARAMETER);
        line(lines, query == null ? "" : "?" + query);
        line(lines, request.getRemoteAddr());
        line(lines, Integer.toString(request.getRemotePort()));
        line(lines, request.getLocalAddr());
        line(lines, Integer.toString(request.getLocalPort()));
        List<String> names = Collections.list(request.getHeaderNames());
        names.removeIf(SPENT::contains);
        for (String name : names) {
            for (String value : Collections.list(request.getHeaders(name))) {
                if (!tokenUsed || !name.equalsIgnoreCase(BearerToken.HEADER) || !BearerToken.isBearer(value)) {
                    line(lines, name + ':' + value);
                }
            }
        }
        return new RequestSnapshot(lines.toString());
    }

    private static Set<String> spent() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(List.of(
                "Connection", "Upgrade", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Extensions"));
        return names;
    }

    private static void line(StringBuilder lines, String text) {
        lines.append(text.replace('\n', ' ')).append('\n');
    }

    @Override
    public String path() {
        return line(PATH);
    }

    @Override
    public Optional<String> queryString() {
        String query = line(QUERY);
        return query.isEmpty() ? Optional.empty() : Optional.of(query.substring(1));
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        return QueryString.parameters(queryString().orElse(""));
    }

    @Override
    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(queryParameters().get(name)).map(values -> values.get(0));
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        lines.lines().skip(HEADERS).forEach(header -> {
            int colon = header.indexOf(':');
            headers.computeIfAbsent(header.substring(0, colon), any -> new ArrayList<>(1))
                    .add(header.substring(colon + 1));
        });
        headers.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers().get(name)).map(values -> values.get(0));
    }

    @Override
    public Map<String, String> cookies() {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String header : headers().getOrDefault("Cookie", List.of())) {
            for (String part : header.split(";")) {
                String pair = part.strip();
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    cookies.putIfAbsent(
                            pair.substring(0, equals).stripTrailing(),
                            pair.substring(equals + 1).stripLeading());
                }
            }
        }
        return Collections.unmodifiableMap(cookies);
    }

    @Override
    public String remoteAddress() {
        return line(REMOTE_ADDRESS);
    }

    @Override
    public int remotePort() {
        return Integer.parseInt(line(REMOTE_PORT));
    }

    @Override
    public String localAddress() {
        return line(LOCAL_ADDRESS);
    }

    @Override
    public int localPort() {
        return Integer.parseInt(line(LOCAL_PORT));
    }

    private String line(int index) {
        int start = 0;
        for (int i = 0; i < index; i++) {
            start = lines.indexOf('\n', start) + 1;
        }
        return lines.substring(start, lines.indexOf('\n', start));
    }

    @Override
    public String toString() {
        // Neither query nor headers: they may hold tokens.
        return "request of " + path();
    }
}
