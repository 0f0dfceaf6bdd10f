// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.connection.ConnectionEndpoint;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers one kind of request, now or asynchronously. Thread-safe. */
@FunctionalInterface
interface RequestHandler {

    /** Handles a request to a path of the endpoint. */
    void handle(ConnectionEndpoint endpoint, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException;
}
