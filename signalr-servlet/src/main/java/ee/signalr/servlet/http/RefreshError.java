// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Why an authentication is not refreshed; the names, in lower case, are the reference's. */
enum RefreshError {
    /** The request does not say for which connection. */
    MISSING_CONNECTION_TOKEN(HttpServletResponse.SC_BAD_REQUEST),
    /** There is no such connection, or none that can be refreshed. */
    CONNECTION_NOT_FOUND(HttpServletResponse.SC_NOT_FOUND),
    /** The request does not say who sends it, or says so by a token that is not good. */
    INVALID_TOKEN(HttpServletResponse.SC_UNAUTHORIZED),
    /** The connection is another user's. */
    USER_CHANGED(HttpServletResponse.SC_FORBIDDEN);

    private final int status;

    RefreshError(int status) {
        this.status = status;
    }

    /** Answers with the error. */
    void answer(HttpServletResponse response) throws IOException {
        if (this == INVALID_TOKEN) {
            Answers.challenge(response);
        }
        String body = "{\"error\":\"" + name().toLowerCase(Locale.ROOT) + "\"}";
        Answers.json(response, status, body.getBytes(StandardCharsets.US_ASCII));
    }
}
