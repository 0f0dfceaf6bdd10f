// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.Set;

/**
 * Who may connect to a hub or a {@link ConnectionHandler}, and how much of it: origins, tokens and limits against abuse. Set in
 * code by an observer of {@link SignalRConfiguration}. A value out of range throws {@link IllegalArgumentException}.
 *
 * <p>Connections are counted in the whole application, those of one address or user at all hubs that have such a limit; a hub with a
 * limit of its own is held to that. The limit 0 lifts what it is about. A limit that is reached is answered with 503 when the server is full and with 429 when one user or one address has too
 * much, counted, and logged once.
 *
 * <p>Not thread-safe; for the duration of the event only.
 */
public interface AccessOptions {

    /**
     * The origins of pages that may use the hub, beside pages of the server itself. Requests of other pages are refused with 403
     * before anything else, WebSockets included; requests without an {@code Origin} are no browser's and pass. Pages of listed
     * origins get the headers of CORS, with credentials.
     *
     * @param origins each a scheme, a host and, unless it is the scheme's own, a port: {@code https://app.example.org}; {@code
     *     null} (the text) for pages without an origin, such as files; {@code *} alone for all, but then without credentials
     *     for those that are not listed by name. None by default
     * @return this
     */
    AccessOptions allowedOrigins(Set<String> origins);

    /**
     * Whether a connection is closed when the authentication of its caller expires, as far as that is known (a token's {@code
     * exp}). The client may reconnect automatically. Looked after once a second.
     *
     * @param closed false by default, as in ASP.NET Core
     * @return this
     */
    AccessOptions closeOnAuthenticationExpiration(boolean closed);

    /**
     * Whether clients may replace their authentication while they are connected, by {@code POST <hub>/refresh?id=<token>}, and
     * are told by negotiate how long the present one lasts. See {@link OnAuthenticationRefreshed}.
     *
     * @param enabled false by default, as in ASP.NET Core 11
     * @return this
     */
    AccessOptions enableAuthenticationRefresh(boolean enabled);

    /**
     * How many connections there may be, those that wait for their transport included; past it 503.
     *
     * @param connections 100,000 by default; 0 for no limit
     * @return this
     */
    AccessOptions maximumConnections(int connections);

    /**
     * How many connections that have negotiated may wait for their transport at the same time; past it negotiate answers 503.
     *
     * @param connections 20,000 by default; 0 for no limit
     * @return this
     */
    AccessOptions maximumPendingConnections(int connections);

    /**
     * How many connections one network address may have; past it 429. Behind a proxy the server must be told to take the
     * address from the proxy's headers, or everybody has the proxy's.
     *
     * @param connections 0, no limit, by default
     * @return this
     */
    AccessOptions maximumConnectionsPerAddress(int connections);

    /**
     * How many connections one authenticated user may have, by the name of the principal; past it 429.
     *
     * @param connections 0, no limit, by default
     * @return this
     */
    AccessOptions maximumConnectionsPerUser(int connections);

    /**
     * The largest body of a POST, which may carry many messages; past it 413.
     *
     * @param bytes 16,777,216 (16 MB) by default; 0 for no limit
     * @return this
     */
    AccessOptions maximumPostSize(long bytes);

    /**
     * The largest sum of the request headers' names and values, of which a copy is kept as long as the connection lives; past it
     * 431.
     *
     * @param characters 16,384 by default; 0 for no limit but the server's own
     * @return this
     */
    AccessOptions maximumRequestHeaderSize(int characters);
}
