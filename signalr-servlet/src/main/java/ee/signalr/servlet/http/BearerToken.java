// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where requests carry bearer tokens: in the header, or in the query, where browsers must put them for WebSockets and event
 * streams. Stateless.
 */
final class BearerToken {

    static final String HEADER = "Authorization";

    /** The name of the query parameter; matched ignoring case. */
    static final String PARAMETER = "access_token";

    private static final String SCHEME = "Bearer ";

    /** How many causes of a failure are looked at. */
    private static final int LONGEST_CHAIN = 100;

    private BearerToken() {}

    /** The token of a request, that of the header first; empty when it has none. */
    static Optional<String> of(HttpServletRequest request) {
        return Stream.concat(
                        Optional.ofNullable(request.getHeader(HEADER))
                                .filter(BearerToken::isBearer)
                                .map(value -> value.substring(SCHEME.length()))
                                .stream(),
                        QueryString.parameter(RequestTarget.query(request), PARAMETER).stream())
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .findFirst();
    }

    /** Whether the value of an {@value #HEADER} header is a bearer token. */
    static boolean isBearer(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** A failure that may be logged: the given one, or its type and place alone when its texts show something of the token. */
    static Throwable withoutToken(String token, Throwable failure) {
        boolean telling = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .anyMatch(cause -> shows(String.valueOf(cause.getMessage()), token));
        if (!telling && failure.getSuppressed().length == 0) {
            return failure;
        }
        Throwable told = new IllegalStateException(failure.getClass().getName() + ", its text left out");
        told.setStackTrace(failure.getStackTrace());
        return told;
    }

    /** Whether a text shows a part of a token between dots. */
    private static boolean shows(String text, String token) {
        return Stream.of(token.split("\\.")).anyMatch(part -> !part.isEmpty() && text.contains(part));
    }
}
