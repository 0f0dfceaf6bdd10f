// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.fakes;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request that can do what the product may ask of one: no parameters, no reader, no session. For one thread at a time. */
public final class FakeRequest {

    private static final String CONTEXT_PATH = "/app";

    private final String method;
    private final String path;
    private @Nullable String query;
    private final FakeInput input = new FakeInput();
    private final FakeResponse response = new FakeResponse();
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<AsyncListener> listeners = new ArrayList<>();
    private final Set<String> roles = new HashSet<>();
    private @Nullable Principal principal;
    private @Nullable String pathInfo;
    private boolean asyncSupported = true;
    private boolean started;
    private boolean completed;
    private boolean gone;
    private long contentLength = -1;

    public FakeRequest(String method, String target) {
        int mark = target.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? null : target.substring(mark + 1);
    }

    public static FakeRequest get(String target) {
        return new FakeRequest("GET", target);
    }

    /** A POST whose body has arrived. */
    public static FakeRequest post(String target, String body) {
        FakeRequest request = new FakeRequest("POST", target);
        request.contentLength = body.length();
        request.input.arrive(body);
        request.input.end();
        return request;
    }

    public FakeRequest header(String name, String value) {
        headers.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    public FakeRequest eventStream() {
        return header("Accept", "text/event-stream");
    }

    public FakeRequest upgrade() {
        return header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    /** The request carries this token as its id. */
    public FakeRequest token(String token) {
        query = "id=" + token;
        return this;
    }

    public FakeRequest user(String name) {
        principal = () -> name;
        return this;
    }

    /** The container has authenticated a user who has roles. */
    public FakeRequest user(String name, String... itsRoles) {
        roles.addAll(Set.of(itsRoles));
        return user(name);
    }

    /** The same request once more, as it was made; without its body. */
    public FakeRequest copy() {
        FakeRequest copy = new FakeRequest(method, query == null ? path : path + "?" + query);
        copy.headers.putAll(headers);
        copy.contentLength = Math.min(contentLength, 0);
        copy.input.end();
        return copy;
    }

    /** The query has one more parameter. */
    public FakeRequest parameter(String name, String value) {
        query = query == null ? name + "=" + value : query + "&" + name + "=" + value;
        return this;
    }

    /** The client has brought a token in a header. */
    public FakeRequest bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** A browser has sent the request for a page of this origin. */
    public FakeRequest origin(String origin) {
        return header("Origin", origin);
    }

    /** A browser asks whether a page of this origin may send such a request. */
    public static FakeRequest preflight(String target, String origin) {
        return new FakeRequest("OPTIONS", target).origin(origin).header("Access-Control-Request-Method", "POST");
    }

    public FakeRequest withoutAsync() {
        asyncSupported = false;
        return this;
    }

    public FakeRequest attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    public FakeRequest pathInfo(String more) {
        pathInfo = more;
        return this;
    }

    public FakeRequest contentLength(long length) {
        contentLength = length;
        return this;
    }

    public HttpServletRequest servlet() {
        return Fake.of(HttpServletRequest.class)
                .on("getMethod", call -> method)
                .on("getServletPath", call -> pathInfo == null ? path : "")
                .on("getPathInfo", call -> pathInfo)
                .on("getRequestURI", call -> CONTEXT_PATH + path)
                .on("getQueryString", call -> query)
                .on(
                        "getHeader",
                        call -> headers.getOrDefault(call[0], List.of()).stream()
                                .findFirst()
                                .orElse(null))
                .on("getHeaders", call -> Collections.enumeration(headers.getOrDefault(call[0], List.of())))
                .on("getHeaderNames", call -> Collections.enumeration(headers.keySet()))
                .on("getAttribute", call -> attributes.get(call[0]))
                .on("getUserPrincipal", call -> principal)
                .on("isUserInRole", call -> isUserInRole((String) call[0]))
                .on("getServerName", call -> "localhost")
                .on("getServerPort", call -> 8080)
                .on("getRemoteAddr", call -> "203.0.113.7")
                .on("getRemotePort", call -> 40_000)
                .on("getLocalAddr", call -> "192.0.2.1")
                .on("getLocalPort", call -> 8080)
                .on("getContentLengthLong", call -> contentLength)
                .on("getInputStream", call -> input)
                .on("isAsyncSupported", call -> asyncSupported)
                .on("startAsync", call -> startAsync())
                .make();
    }

    private boolean isUserInRole(String role) {
        if (principal == null) {
            throw new AssertionError("Asked for the roles of nobody");
        }
        return roles.contains(role);
    }

    private AsyncContext startAsync() {
        if (started || !asyncSupported) {
            throw new IllegalStateException("Asynchronous twice, or not supported");
        }
        started = true;
        return Fake.of(AsyncContext.class)
                .on("setTimeout", call -> {
                    if ((long) call[0] != 0) {
                        throw new AssertionError("Time limits are ours");
                    }
                    return null;
                })
                .on("addListener", call -> listeners.add((AsyncListener) call[0]) ? null : null)
                .on("complete", call -> {
                    complete();
                    return null;
                })
                .make();
    }

    private void complete() {
        if (completed || gone) {
            throw new IllegalStateException("already completed");
        }
        completed = true;
        response.recycle();
    }

    /** The container reports that the client has gone. */
    public void breakOff() {
        response.output().breakOff();
        for (AsyncListener listener : List.copyOf(listeners)) {
            try {
                listener.onError(new AsyncEvent(null, servlet(), response.servlet(), new IOException("reset by peer")));
            } catch (IOException unexpected) {
                throw new AssertionError(unexpected);
            }
        }
    }

    /** From now on the container takes the exchange for ended, and complains when the product ends it. */
    public void vanish() {
        gone = true;
    }

    /** Whether the answer is complete: the request was answered at once, or has been completed. */
    public boolean isAnswered() {
        return !started || completed;
    }

    public boolean isAsyncStarted() {
        return started;
    }

    @Override
    public String toString() {
        return method + " " + path + " " + headers;
    }

    public FakeInput input() {
        return input;
    }

    public FakeResponse response() {
        return response;
    }
}
