// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.config.Options;
import ee.signalr.core.connection.LimitCrossings;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;

/** Keeps requests with too many or too long headers from a handler, since a connection keeps those that open it. Thread-safe. */
final class HeaderLimit implements RequestHandler {

    private static final int REQUEST_HEADER_FIELDS_TOO_LARGE = 431;

    private final RequestHandler next;
    private final LimitCrossings crossings;

    HeaderLimit(RequestHandler next, LimitCrossings crossings) {
        this.next = next;
        this.crossings = crossings;
    }

    @Override
    public void handle(HubRequest asked) throws IOException, ServletException {
        int limit = asked.endpoint().settings().get(Options.MAXIMUM_REQUEST_HEADER_SIZE);
        if (limit > 0 && size(asked.request()) > limit) {
            crossings.count(asked.endpoint(), Options.MAXIMUM_REQUEST_HEADER_SIZE);
            Answers.empty(asked.response(), REQUEST_HEADER_FIELDS_TOO_LARGE);
        } else {
            next.handle(asked);
        }
    }

    private static long size(HttpServletRequest request) {
        long size = 0;
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                size += name.length() + (long) value.length();
            }
        }
        return size;
    }
}
