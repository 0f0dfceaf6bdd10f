// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.servlet.http.HubRoute.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Lets those requests pass whose sender may use the hub, before anything is looked up for them. Thread-safe. */
final class CallerGate {

    private final Callers callers;

    CallerGate(Callers callers) {
        this.callers = callers;
    }

    /** The request with its sender; empty when it may not pass, and has been answered. */
    Optional<HubRequest> admit(HubRoute route, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Caller caller = callers.identify(request);
        boolean passes = switch (caller.standing()) {
            case REFUSED -> unauthorized(route, response);
            case UNCHECKED -> failed(response);
            case ANONYMOUS, CONTAINER, TOKEN -> meetsRequirement(route, caller, response);
        };
        return passes ? Optional.of(new HubRequest(route.endpoint(), request, response, caller)) : Optional.empty();
    }

    private static boolean meetsRequirement(HubRoute route, Caller caller, HttpServletResponse response)
            throws IOException {
        return switch (route.endpoint().requirement().access(caller.identity())) {
            case GRANTED -> true;
            case UNAUTHENTICATED -> unauthorized(route, response);
            case FORBIDDEN -> forbidden(response);
        };
    }

    private static boolean unauthorized(HubRoute route, HttpServletResponse response) throws IOException {
        if (route.purpose() == Purpose.REFRESH) {
            RefreshError.INVALID_TOKEN.answer(response);
        } else {
            Answers.unauthorized(response);
        }
        return false;
    }

    private static boolean forbidden(HttpServletResponse response) throws IOException {
        Answers.text(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden");
        return false;
    }

    private static boolean failed(HttpServletResponse response) {
        Answers.empty(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        return false;
    }
}
