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

    private Answers() {}

    /** An answer without a body. */
    static void empty(HttpServletResponse response, int status) {
        empty(response, status, TEXT);
    }

    /** An answer without a body. */
    static void empty(HttpServletResponse response, int status, String contentType) {
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

    /** A negotiate answer. */
    static void json(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentType(JSON);
        bytes(response, HttpServletResponse.SC_OK, body);
    }

    /** An answer with a body, whose content type is set already or left away. */
    static void bytes(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Keeps caches off an answer to a poll, whatever it will be. */
    static void forbidCaching(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-cache, no-store");
        response.setHeader("Pragma", "no-cache");
        response.setHeader("Expires", "Thu, 01 Jan 1970 00:00:00 GMT");
    }
}
