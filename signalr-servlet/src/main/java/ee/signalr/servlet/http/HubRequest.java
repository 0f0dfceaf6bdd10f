// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A request that may be handled: its origin and its caller have been looked at. For the thread of the request.
 *
 * @param endpoint to whose path it goes
 * @param request the request
 * @param response its response
 * @param caller who sends it
 */
record HubRequest(
        ConnectionEndpoint endpoint, HttpServletRequest request, HttpServletResponse response, Caller caller) {

    /** Its sender, as one who asks for a connection. */
    Applicant applicant() {
        return new Applicant(caller.identity(), request.getRemoteAddr());
    }
}
