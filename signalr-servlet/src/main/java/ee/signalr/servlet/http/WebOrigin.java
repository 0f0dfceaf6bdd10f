// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page comes from, as browsers tell it. Immutable.
 *
 * @param scheme the scheme, in lower case
 * @param host the host, in lower case, in brackets if it is an address of IPv6
 * @param port the port; that of the scheme when none is named, and {@link #NO_PORT} when that is not known
 */
record WebOrigin(String scheme, String host, int port) {

    static final int NO_PORT = -1;

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private static final String HOST = "(\\[[0-9A-Fa-f:.]+]|[^\\s/?#@:\\[\\],]+)(?::(\\d{1,5}))?";
    private static final Pattern ORIGIN = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://" + HOST);
    private static final Pattern AUTHORITY = Pattern.compile(HOST);

    /** Reads the value of an {@code Origin} header; empty when it is {@code null} or malformed. */
    static Optional<WebOrigin> parse(String text) {
        Matcher matcher = ORIGIN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        int port = matcher.group(3) == null ? defaultPort(scheme) : Integer.parseInt(matcher.group(3));
        return Optional.of(new WebOrigin(scheme, matcher.group(2).toLowerCase(Locale.ROOT), port));
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http" -> HTTP_PORT;
            case "https" -> HTTPS_PORT;
            default -> NO_PORT;
        };
    }

    /**
     * Whether a page of this origin comes from the server itself. No port, 80 and 443 count alike, because a proxy may have taken TLS
     * away.
     *
     * @param authority host and port, as in a {@code Host} header
     */
    boolean isServedBy(String authority) {
        Matcher matcher = AUTHORITY.matcher(authority.strip());
        return defaultPort(scheme) != NO_PORT
                && matcher.matches()
                && host.equalsIgnoreCase(matcher.group(1))
                && folded(port) == folded(matcher.group(2) == null ? NO_PORT : Integer.parseInt(matcher.group(2)));
    }

    private static int folded(int port) {
        return port == HTTP_PORT || port == HTTPS_PORT ? NO_PORT : port;
    }
}
