// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** Answers one kind of request, now or asynchronously. Thread-safe. */
@FunctionalInterface
interface RequestHandler {

    /** Handles a request. */
    void handle(HubRequest asked) throws IOException, ServletException;
}
