// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes short answers the way the reference server spells them. Never the container's error pages, and no charset behind
 * {@code text/plain}. Stateless.
 */
final class Answers {

    static final String TEXT = "text/plain";
    static final String JSON = "application/json";
    static final String BYTES = "application/octet-stream";

    private static final String CACHE_CONTROL = "Cache-Control";

    private Answers() {}

    /** An answer without a body. */
    static void empty(HttpServletResponse response, int status) {
        empty(response, status, TEXT);
    }

    /** An answer without a body. */
    static void empty(HttpServletResponse response, int status, String contentType) {
        forbidStoringOfErrors(response, status);
        response.setStatus(status);
        response.setContentType(contentType);
        if (status != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLength(0);
        }
    }

    /** An answer with a text for developers to read. */
    static void text(HttpServletResponse response, int status, String body) throws IOException {
        response.setContentType(TEXT);
        bytes(response, status, body.getBytes(StandardCharsets.US_ASCII));
    }

    /** An answer to negotiate or refresh, which may hold secrets. */
    static void json(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setContentType(JSON);
        forbidStoring(response);
        bytes(response, status, body);
    }

    /** The answer to a request that must say who sends it. */
    static void unauthorized(HttpServletResponse response) throws IOException {
        challenge(response);
        text(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized");
    }

    /** Tells how a client may say who it is. */
    static void challenge(HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Bearer");
    }

    /** An answer with a body, whose content type is set already or left away. */
    static void bytes(HttpServletResponse response, int status, byte[] body) throws IOException {
        forbidStoringOfErrors(response, status);
        response.setStatus(status);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Keeps browsers from taking an answer for something that its content type does not say. */
    static void forbidSniffing(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static void forbidStoring(HttpServletResponse response) {
        response.setHeader(CACHE_CONTROL, "no-store");
    }

    private static void forbidStoringOfErrors(HttpServletResponse response, int status) {
        if (status >= HttpServletResponse.SC_BAD_REQUEST && !response.containsHeader(CACHE_CONTROL)) {
            forbidStoring(response);
        }
    }

    /** Keeps caches off an answer to a poll, whatever it will be. */
    static void forbidCaching(HttpServletResponse response) {
        response.setHeader(CACHE_CONTROL, "no-cache, no-store");
        response.setHeader("Pragma", "no-cache");
        response.setHeader("Expires", "Thu, 01 Jan 1970 00:00:00 GMT");
    }
}
